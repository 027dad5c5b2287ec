import type { SharedPage } from './page-cache.js';

/** After a form: go and look there (303). A plain value, so that a repeated send can be answered alike. */
export interface SeeOther {
  readonly seeOther: string;
}

/** A page with a status of its own, such as a form shown again (422). */
export interface PageWithStatus {
  readonly html: string;
  readonly status: number;
}

export type PageAnswer = string | SeeOther | PageWithStatus | SharedPage;

/** `seeOther('/kk/my') ` answers a form with a redirect to one of our own paths. */
export function seeOther(path: string): SeeOther {
  return { seeOther: path };
}

export function isSeeOther(value: unknown): value is SeeOther {
  return typeof value === 'object' && value !== null && 'seeOther' in value;
}

export function isPageWithStatus(value: unknown): value is PageWithStatus {
  return typeof value === 'object' && value !== null && 'html' in value && 'status' in value;
}
