import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AccessRule } from '#platform/http/access.js';
import { listRoutes } from '../route-list.js';

/** Routes of the HTTP server itself that no controller and no document lists. */
const OWN_ROUTES: ReadonlyMap<string, AccessRule> = new Map([['GET /api/openapi.json', 'public']]);

type Described = { readonly 'x-access'?: { readonly rule: string; readonly roles?: string[] } };

/** Every route with the rule that stands beside it: pages, the API, the hot paths. */
export function routeRules(
  app: NestFastifyApplication,
  document: OpenAPIObject,
): ReadonlyMap<string, AccessRule> {
  const ofControllers = listRoutes(app).map(
    ({ method, path, access }) => [`${method} ${path}`, access] as const,
  );
  return new Map([...OWN_ROUTES, ...rulesIn(document), ...ofControllers]);
}

/** What the document of the API says, which is what others go by. */
export function rulesIn(document: OpenAPIObject): readonly (readonly [string, AccessRule])[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, operation]) => {
      const route = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
      return [route, ruleOf(operation, route)] as const;
    }),
  );
}

function ruleOf({ 'x-access': access }: Described, route: string): AccessRule {
  if (!access) throw new Error(`${route} does not say in OpenAPI who may call it`);
  return access.rule === 'roles' ? { roles: access.roles ?? [] } : (access.rule as AccessRule);
}
