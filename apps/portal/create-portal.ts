import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ValidationPipe, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readableAddress } from '#platform/http/readable-address.js';
import { serveCastBallot } from './api/ballots/cast-ballot.route.js';
import { serveSignPetition } from './api/petitions/sign-petition.route.js';
import { readSessionCookies } from './api/sessions/session-cookie.js';
import { limitBodies } from './body-limits.js';
import { readHostCookies } from './host-cookies.js';
import { registerHttpPlugins } from './http-plugins.js';
import { markNamelessRoutes } from './nameless-routes.js';
import { assertEveryRouteHasAccess } from './route-access.js';
import { serveOpenApi } from './open-api.js';
import { keepNothing } from './keep-nothing.js';
import { watchAnswers, watchBrokenHttp } from './watch-answers.js';
import { serveMadePages } from './pages/_frame/serve-made-pages.js';
import { PortalModule, type PortalSetup } from './portal.module.js';
import { securityHeaders } from './security-headers.js';
import { SLOW_CLIENTS, type SlowClientLimits } from './slow-clients.js';
import { unreadable } from './unreadable.js';

const BODY_LIMIT_BYTES = 256 * 1024;

/** The portal, ready to listen. */
export async function createPortal(
  setup: PortalSetup,
  logger: LoggerService,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    PortalModule.for(setup),
    adapterOf(setup),
    { logger, abortOnError: false, routeConflictPolicy: { duplicate: 'error', shadow: 'error' } },
  );
  readSessionCookies(app, setup.config.production);
  limitBodies(app);
  markNamelessRoutes(app);
  watchAnswers(app);
  watchBrokenHttp(app);
  keepNothing(app);
  // Before the plugins, whose hooks it does not need.
  serveMadePages(app);
  await registerHttpPlugins(app);
  readHostCookies(app, setup.config.production);
  app.useSecurityHeaders(securityHeaders(setup.config.production));
  app.enableCsrfProtection(
    setup.config.publicOrigin ? { trustedOrigins: [setup.config.publicOrigin] } : {},
  );
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, transform: true, exceptionFactory: unreadable }),
  );
  assertEveryRouteHasAccess(app);
  serveCastBallot(app);
  serveSignPetition(app);
  serveOpenApi(app);
  return app;
}

function adapterOf({ config, slowClients }: PortalSetup): FastifyAdapter {
  const { trustedProxies } = config;
  return new FastifyAdapter({
    rewriteUrl: (request: IncomingMessage) => readableAddress(request.url ?? '/'),
    bodyLimit: BODY_LIMIT_BYTES,
    ...patienceOf(slowClients ?? SLOW_CLIENTS),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: () => randomUUID(),
    // The router answers a longer part of an address by itself, without our headers and problems.
    routerOptions: { maxParamLength: 8_000 },
    // No middleware of the Express kind is used, and its runner costs on every request.
    skipMiddie: true,
  });
}

function patienceOf(limits: SlowClientLimits) {
  const { headersMs, requestMs, silenceMs, lookEveryMs } = limits;
  return {
    requestTimeout: requestMs,
    connectionTimeout: silenceMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: lookEveryMs },
  };
}
