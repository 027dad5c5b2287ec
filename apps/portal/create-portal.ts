import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import statics from '@fastify/static';
import { ValidationPipe, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Views } from '#platform/views/views.js';
import { assertEveryRouteHasAccess } from './route-access.js';
import { serveOpenApi } from './open-api.js';
import { PortalModule, type PortalSetup } from './portal.module.js';
import { securityHeaders } from './security-headers.js';
import { unreadable } from './unreadable.js';

const BODY_LIMIT_BYTES = 256 * 1024;
const REQUEST_TIMEOUT_MS = 20_000;

/** The portal, ready to listen. */
export async function createPortal(
  setup: PortalSetup,
  logger: LoggerService,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: setup.config.trustProxy,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(PortalModule.for(setup), adapter, {
    logger,
    abortOnError: false,
    routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
  });
  await app.register(cookie);
  await app.register(statics, {
    root: app.get(Views).assets.folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    decorateReply: false,
  });
  app.useSecurityHeaders(securityHeaders(setup.config.production));
  app.enableCsrfProtection(
    setup.config.publicOrigin ? { trustedOrigins: [setup.config.publicOrigin] } : {},
  );
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, transform: true, exceptionFactory: unreadable }),
  );
  assertEveryRouteHasAccess(app);
  serveOpenApi(app);
  return app;
}
