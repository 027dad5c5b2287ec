import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/**
 * Who may call a route. `byStatement` routes check the session inside their own database
 * statement (the hot path) and must name the role they check.
 */
export type AccessRule =
  'public' | 'signed-in' | { readonly roles: readonly string[] } | { readonly byStatement: string };

export const ACCESS = Symbol('access');

/** Says who may call a route; a route without it does not start. OpenAPI shows it as `x-access`. */
export function Access(rule: AccessRule): MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, rule), ApiExtension('x-access', describeAccess(rule)));
}

function describeAccess(rule: AccessRule): Record<string, unknown> {
  if (typeof rule === 'string') return { rule };
  return 'roles' in rule
    ? { rule: 'roles', roles: rule.roles }
    : { rule: 'roles', roles: [rule.byStatement] };
}
