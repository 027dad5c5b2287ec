import { type MaslikhatKind, maslikhatKindOf } from '#rules/registry/maslikhat.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';

/**
 * Rows of the calendar of local budgets: an oblast, the capital or a republican city; a district or
 * an oblast-significance city; a district-significance city, a settlement, a village or a rural okrug.
 */
export type BudgetTier = 'region' | 'district' | 'local';

const TIER_OF_MASLIKHAT: Readonly<Record<MaslikhatKind, BudgetTier>> = {
  region: 'region',
  city: 'district',
  district: 'district',
};

const LOCAL: readonly TerritoryLevel[] = ['district-city', 'settlement', 'rural-okrug', 'village'];

/**
 * The row of the calendar that a unit follows; null where it has no budget of its own: the republic,
 * and a city district, whose money is in the budget of its city.
 *
 * @law BC arts. 86–93 (`law.md` 4.2)
 * @example budgetTierOf('rural-okrug') // → 'local'
 */
export function budgetTierOf(level: TerritoryLevel): BudgetTier | null {
  const maslikhat = maslikhatKindOf(level);
  if (maslikhat !== null) return TIER_OF_MASLIKHAT[maslikhat];
  return LOCAL.includes(level) ? 'local' : null;
}

/**
 * Does the assembly of the local community agree the draft before it goes on?
 *
 * @law LSG art. 39-3; BC arts. 86–93 (`law.md` 4.2)
 */
export function needsAssembly(tier: BudgetTier): boolean {
  return tier === 'local';
}

/**
 * Places of a territory's path, from itself up, whose maslikhat approves its budget: its own, or for
 * a local budget that of the district above; null where there is none.
 *
 * @example approvingTerritory([{ kato: '391230100', level: 'rural-okrug' }, { kato: '391230000', level: 'district' }])
 * // → '391230000'
 */
export function approvingTerritory(
  path: readonly { readonly kato: string; readonly level: TerritoryLevel }[],
): string | null {
  return path.find(({ level }) => maslikhatKindOf(level) !== null)?.kato ?? null;
}
