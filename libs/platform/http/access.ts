import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Who may call a route. */
export type AccessRule = 'public' | 'signed-in' | { readonly roles: readonly string[] };

export const ACCESS = Symbol('access');

/** Says who may call a route; a route without it does not start. OpenAPI shows it as `x-access`. */
export function Access(rule: AccessRule): MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, rule), ApiExtension('x-access', describeAccess(rule)));
}

function describeAccess(rule: AccessRule): Record<string, unknown> {
  return typeof rule === 'string' ? { rule } : { rule: 'roles', roles: rule.roles };
}
