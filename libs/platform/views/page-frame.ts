import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { LoadStage } from '../load/load-stage.js';
import { type Lang, LANGS } from './lang.js';
import type { Wording } from './wording.js';

/** A door in a menu: a text already in the reader's language and a path without the language. */
export interface Door {
  readonly text: string;
  readonly path: string;
}

/** What every page shows around its own matter; made once per request. */
export interface PageFrame {
  /** Path and query without the language: the language switch leads to the same page. */
  readonly path: string;
  readonly requestId: string;
  /** Today in Kazakhstan by the server's clock. */
  readonly today: CivilDate;
  /** As of when a page holds that was made of a replica's answers. */
  readonly asOf?: Date;
  /** Identity is a stand-in: every page says so. */
  readonly standIn: boolean;
  /** Scheme and host, for addresses that leave the page. */
  readonly origin?: string;
  readonly place?: Door;
  readonly person?: { readonly name: string; readonly doors: readonly Door[] };
  /** Many people are here and something is left out: the keys of its texts. */
  readonly load?: LoadStage;
}

/** The same page in another language. */
export interface Alternate {
  readonly lang: Lang;
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
}

/** Where the language switch and `hreflang` lead; each language is named in itself. */
export function alternatesOf(
  frame: PageFrame,
  lang: Lang,
  wordings: Readonly<Record<Lang, Wording>>,
): Alternate[] {
  return LANGS.map((each) => ({
    lang: each,
    name: wordings[each].t('common.languageName'),
    href: `${frame.origin ?? ''}/${each}${frame.path === '/' ? '' : frame.path}`,
    current: each === lang,
  }));
}
