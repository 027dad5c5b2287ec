import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionTokenOf } from '#platform/identity/session-token.js';
import { PageCache, type SharedPage } from './page-cache.js';
import { sharedAnswer, takesBrotli } from './shared-answer.js';

/**
 * Answers with a page that is made already before the guards and interceptors begin: whoever is not
 * signed in may see it, and a crowd at one page costs little more than sending its bytes. The
 * security headers are on the answer by then, and whoever takes no brotli goes the longer way.
 */
export function serveMadePages(app: NestFastifyApplication): void {
  const cache = app.get(PageCache, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    const page = mayTakeMadePage(request) ? cache.findMade(request.url) : null;
    if (page === null) done();
    else send(page, request, reply);
  });
}

function mayTakeMadePage(request: FastifyRequest): boolean {
  const { method, headers } = request;
  return method === 'GET' && sessionTokenOf(request) === null && takesBrotli(headers);
}

function send(page: SharedPage, request: FastifyRequest, reply: FastifyReply): void {
  const { status, headers, body } = sharedAnswer(page, request.headers);
  reply.hijack();
  const length = status === 304 ? {} : { 'content-length': body.length };
  reply.raw.writeHead(status, { ...headers, ...length }).end(body);
}
