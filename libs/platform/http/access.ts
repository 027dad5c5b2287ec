import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/**
 * Who may call a route. `byStatement` routes check the session inside their own database
 * statement (the hot path) and must name the role they check.
 */
export type AccessRule =
  'public' | 'signed-in' | { readonly roles: readonly string[] } | { readonly byStatement: string };

export const ACCESS = Symbol('access');

/** Says who may call a route; a route without it does not start. */
export function Access(rule: AccessRule): CustomDecorator<symbol> {
  return SetMetadata(ACCESS, rule);
}

/** The rule as the OpenAPI document shows it in `x-access`: `describeAccess({ roles: ['officer'] })`. */
export function describeAccess(rule: AccessRule): string {
  if (typeof rule === 'string') return rule;
  return 'roles' in rule
    ? rule.roles.join(' | ')
    : `${rule.byStatement} (checked by the statement)`;
}
