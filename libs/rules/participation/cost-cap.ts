import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { BudgetPlaceKind } from '#rules/rulebook/cost-caps.js';
import type { LegalSource } from '#rules/rulebook/legal-value.js';
import { findLatestRowOn, getRowOn } from '#rules/rulebook/value-on.js';
import { DomainError, type Fault } from '#rules/kernel/domain-error.js';

/** The most a project may cost when it is submitted, and how that sum came about. */
export interface CostCap {
  readonly capTiyn: Tiyn;
  readonly multiplier: number;
  readonly mciTiyn: Tiyn;
  /** True while the year's index is not in the rulebook yet and the latest one stands in. */
  readonly isProvisional: boolean;
  readonly source: LegalSource;
  readonly mciSource: LegalSource;
}

/**
 * Cost cap of one project on the day of its submission: a number of monthly calculation indices.
 *
 * On the first days of a year whose index is not known here, the latest one stands in: the index
 * has never been lowered, so that the cap is too strict rather than too generous.
 *
 * @law PR p. 77; index of the year by the law on the republican budget
 * @throws DomainError unavailable `rulebook.no_value_on_date` before the first known row
 * @example costCapOn('oblast-city', '2026-02-01').capTiyn // → 6487500000n, 64 875 000 tenge
 */
export function costCapOn(kind: BudgetPlaceKind, on: CivilDate): CostCap {
  const rule = getRowOn(`participation.cost-cap.${kind}`, on);
  const index = findLatestRowOn('mci', on);
  if (index === null) {
    throw new DomainError('unavailable', 'rulebook.no_value_on_date', { key: 'mci', on });
  }
  return {
    capTiyn: BigInt(rule.value) * index.value,
    multiplier: rule.value,
    mciTiyn: index.value,
    isProvisional: index.until !== undefined && index.until < on,
    source: rule.source,
    mciSource: index.source,
  };
}

/**
 * All faults of a cost: above zero and not above the cap. A round without a cap gives null.
 *
 * @example assessCost(6_487_500_001n, 6_487_500_000n)
 * // → [{ code: 'proposal.cost_over_cap', field: 'cost', details: { capTiyn: '6487500000', overTiyn: '1' } }]
 */
export function assessCost(costTiyn: Tiyn | null, capTiyn: Tiyn | null): readonly Fault[] {
  const field = 'cost';
  if (costTiyn === null) return [{ code: 'proposal.cost_missing', field }];
  if (costTiyn <= 0n) return [{ code: 'proposal.cost_not_positive', field }];
  if (capTiyn === null || costTiyn <= capTiyn) return [];
  const details = { capTiyn: String(capTiyn), overTiyn: String(costTiyn - capTiyn) };
  return [{ code: 'proposal.cost_over_cap', field, details }];
}
