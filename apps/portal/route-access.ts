import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type AccessRule } from '#platform/http/access.js';

/** One handler of a controller with its access rule, if it has one. */
export interface RouteHandler {
  readonly controller: string;
  readonly method: string;
  readonly handler: object;
  readonly access: AccessRule | undefined;
}

const PATH_METADATA = 'path';

/** Every HTTP handler of the application. */
export function routeHandlersOf(app: INestApplication): RouteHandler[] {
  const discovery = app.get(DiscoveryService, { strict: false });
  const scanner = new MetadataScanner();
  const reflector = app.get(Reflector);
  return discovery.getControllers().flatMap(({ metatype, name }) => {
    const prototype = (metatype?.prototype ?? {}) as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata(PATH_METADATA, prototype[method]!))
      .map((method) => ({
        controller: String(name),
        method,
        handler: prototype[method]!,
        access: reflector.get<AccessRule | undefined>(ACCESS, prototype[method] as () => unknown),
      }));
  });
}

/** @throws Error naming every route that does not say who may call it */
export function assertEveryRouteHasAccess(app: INestApplication): void {
  const without = routeHandlersOf(app).filter((route) => route.access === undefined);
  if (without.length === 0) return;
  const names = without.map((route) => `${route.controller}.${route.method}`);
  throw new Error(`Routes without an access rule: ${names.join(', ')}`);
}
