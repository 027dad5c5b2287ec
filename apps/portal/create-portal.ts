import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import statics from '@fastify/static';
import { ValidationPipe, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { UPLOAD_LIMIT_BYTES } from '#platform/files/uploads.js';
import { Views } from '#platform/views/views.js';
import { serveCastBallot } from './api/ballots/cast-ballot.route.js';
import { assertEveryRouteHasAccess } from './route-access.js';
import { serveOpenApi } from './open-api.js';
import { PortalModule, type PortalSetup } from './portal.module.js';
import { securityHeaders } from './security-headers.js';
import { unreadable } from './unreadable.js';

const BODY_LIMIT_BYTES = 256 * 1024;
// A photo of a few megabytes takes a minute and more on a slow line.
const REQUEST_TIMEOUT_MS = 120_000;
const MULTIPART_LIMITS = {
  fileSize: UPLOAD_LIMIT_BYTES,
  files: 1,
  fields: 20,
  fieldSize: 32 * 1024,
  fieldNameSize: 100,
  headerPairs: 20,
};

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
  await app.register(multipart, { limits: MULTIPART_LIMITS, throwFileSizeLimit: false });
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
  serveCastBallot(app);
  serveOpenApi(app);
  return app;
}
