import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * No cache keeps an answer that says nothing of caches: most are of one person, errors are of one
 * moment. What carries a tag may be asked for again by it, by the same person.
 */
export function keepNothing(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control'))
      void reply.header(
        'cache-control',
        reply.hasHeader('etag') ? 'private, no-cache' : 'no-store',
      );
    done(null, payload);
  });
}
