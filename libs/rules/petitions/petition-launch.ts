import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { hasRole, type RoleHolding } from '#rules/registry/roles.js';

/** Who wants to launch a collection, where and when. */
export interface Launch {
  readonly holdings: readonly RoleHolding[];
  /** KATO codes from the top down to the addressed territory. */
  readonly territoryPath: readonly string[];
  readonly on: CivilDate;
}

/**
 * Whether somebody may launch a collection: a deputy whose mandate covers the territory that day.
 * A deputy of the district's maslikhat addresses the district and its okrugs, not its neighbours.
 *
 * @law LSG art. 21, redaction of 2026-07-01 (`law.md` 2.6)
 * @example assessLaunch({ holdings: [], … }) // → [{ code: 'petition.no_mandate', … }]
 */
export function assessLaunch({ holdings, territoryPath, on }: Launch): readonly Fault[] {
  const question = { role: 'deputy', territoryPath, on } as const;
  if (hasRole(holdings, question)) return [];
  return [{ code: 'petition.no_mandate', field: 'addressee' }];
}
