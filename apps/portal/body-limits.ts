import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const KILOBYTE = 1_024;

/** Routes whose body is small; every other one takes what the portal takes at most. */
const SMALL_BODIES: Readonly<Record<string, number>> = {
  '/api/v1/sessions': 4 * KILOBYTE,
  '/:lang/sign-in': 8 * KILOBYTE,
  '/api/v1/petitions/:petition/signatures': 4 * KILOBYTE,
  '/:lang/petitions/:number/sign/check': 8 * KILOBYTE,
  '/api/v1/pressure-reports/lookup': 4 * KILOBYTE,
};

/** Gives each route its own limit; before any of them is registered. */
export function limitBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const bytes = SMALL_BODIES[route.url];
      if (bytes !== undefined) route.bodyLimit = bytes;
    });
}
