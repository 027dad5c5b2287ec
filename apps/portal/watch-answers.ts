import type { NestFastifyApplication } from '@nestjs/platform-fastify';
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
