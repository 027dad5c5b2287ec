import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Casting a ballot, signing, and reports of pressure: the log is not to say who does it, nor when. */
const NAMELESS =
  /\/(ballot|signatures|vote|sign|pressure|pressure-reports)(\/|$)|\/ballots\/:round/;

/** Marks such routes; before any of them is registered. */
export function markNamelessRoutes(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      if (NAMELESS.test(route.url)) route.config = { ...route.config, nameless: true };
    });
}
