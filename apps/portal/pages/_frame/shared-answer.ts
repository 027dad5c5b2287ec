import type { IncomingHttpHeaders } from 'node:http';
import type { SharedPage } from './page-cache.js';

/** What goes over the line for a shared page. */
export interface SharedAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | '';
}

/** A shared page, or 304 for whoever has it. */
export function sharedAnswer(page: SharedPage, asked: IncomingHttpHeaders): SharedAnswer {
  const { headers, etag } = page;
  if (asked['if-none-match'] === etag) return { status: 304, headers, body: '' };
  if (!takesBrotli(asked)) return { status: 200, headers, body: page.html };
  return { status: 200, headers: { ...headers, 'content-encoding': 'br' }, body: page.brotli };
}

/** `takesBrotli({ 'accept-encoding': 'gzip, br' }) // → true` */
export function takesBrotli(asked: IncomingHttpHeaders): boolean {
  return /\bbr\b/.test(asked['accept-encoding'] ?? '');
}
