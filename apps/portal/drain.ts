import { once } from 'node:events';
import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const IDLE_EVERY_MS = 100;

/** How long answers under way may take after the portal was asked to stop. */
export const DRAIN_MS = 30_000;

/**
 * Stops taking connections and waits until everything under way is answered; what takes longer is
 * cut. The database must still be open: answers need it.
 */
export async function drain(app: NestFastifyApplication, drainMs = DRAIN_MS): Promise<void> {
  const server = app.getHttpServer() as Server;
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  // A connection that was answered just now would be kept open for its next request.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY_MS);
  const cut = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed.finally(() => {
    clearInterval(idle);
    clearTimeout(cut);
  });
}
