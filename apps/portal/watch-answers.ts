import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { tellBrokenHttp } from '#platform/log/security-log.js';
import { StageKeeper } from '#platform/load/stage-keeper.js';

/** Every answer counts for the pressure that leads to a stage of load. */
export function watchAnswers(app: NestFastifyApplication): void {
  const keeper = app.get(StageKeeper, { strict: false });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onResponse', (_request, reply, done) => {
    keeper.note(reply.statusCode);
    done();
  });
}

/** The HTTP server answers such a connection by itself; no route and no filter sees it. */
export function watchBrokenHttp(app: NestFastifyApplication): void {
  const server = app.getHttpServer();
  // Before the server's own answer, which lets the socket go.
  server.prependListener('clientError', (error: NodeJS.ErrnoException, socket: Socket) =>
    tellBrokenHttp(error, socket.remoteAddress),
  );
}
