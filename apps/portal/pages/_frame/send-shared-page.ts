import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SharedPage } from './page-cache.js';

/** Sends a shared page, or 304 to whoever has it; browsers ask again each time, by its tag. */
export function sendSharedPage(
  page: SharedPage,
  request: FastifyRequest,
  reply: FastifyReply,
): Buffer | string {
  void reply
    .header('etag', page.etag)
    .header('cache-control', 'public, max-age=0, must-revalidate')
    .header('vary', 'accept-encoding, cookie')
    .type('text/html; charset=utf-8');
  if (request.headers['if-none-match'] === page.etag) {
    void reply.status(304);
    return '';
  }
  if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return page.html;
  void reply.header('content-encoding', 'br');
  return page.brotli;
}
