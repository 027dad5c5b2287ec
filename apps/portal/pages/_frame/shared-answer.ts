import type { IncomingHttpHeaders } from 'node:http';
import type { SharedPage } from './page-cache.js';

/** What goes over the line for a shared page. */
export interface SharedAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | '';
}

const EVERY_TIME = {
  'cache-control': 'public, max-age=0, must-revalidate',
  vary: 'accept-encoding, cookie',
  'content-type': 'text/html; charset=utf-8',
};

/** A shared page, or 304 for whoever has it; browsers ask again each time, by its tag. */
export function sharedAnswer(
  { html, brotli, etag }: SharedPage,
  asked: IncomingHttpHeaders,
): SharedAnswer {
  const headers = { ...EVERY_TIME, etag };
  if (asked['if-none-match'] === etag) return { status: 304, headers, body: '' };
  if (!/\bbr\b/.test(asked['accept-encoding'] ?? '')) return { status: 200, headers, body: html };
  return { status: 200, headers: { ...headers, 'content-encoding': 'br' }, body: brotli };
}
