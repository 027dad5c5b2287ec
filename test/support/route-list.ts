import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS, type AccessRule } from '#platform/http/access.js';

export interface ListedRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** With its parameters as `:name`. */
  readonly path: string;
}

export interface GuardedRoute extends ListedRoute {
  readonly access: AccessRule;
}

/** Every route of every controller, pages included. */
export function listRoutes(app: NestFastifyApplication): readonly GuardedRoute[] {
  const scanner = new MetadataScanner();
  const discovery = app.get(DiscoveryService, { strict: false });
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (!metatype) return [];
    const prefix = pathOf(metatype);
    const prototype = metatype.prototype as object;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = (prototype as Record<string, object>)[name]!;
      const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      return [
        {
          method: RequestMethod[method] as GuardedRoute['method'],
          path: joined(prefix, pathOf(handler)),
          access: Reflect.getMetadata(ACCESS, handler) as AccessRule,
        },
      ];
    });
  });
}

function pathOf(target: object): string {
  const path = Reflect.getMetadata('path', target) as string | string[] | undefined;
  return (Array.isArray(path) ? path[0] : path) ?? '';
}

function joined(...parts: readonly string[]): string {
  return `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}
