import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { type BudgetDay, lastDayOf } from './budget-days.js';

/** A budget that was not approved in time lives by the plan of the first quarter. */
export interface LateBudget {
  readonly planBy: CivilDate | null;
  readonly approvalBy: CivilDate | null;
  /** Most that the plan may spend. */
  readonly planAtMostTiyn: Tiyn;
}

/**
 * What follows when a year would begin without a budget; null while it was approved or its year is
 * not near: from the last day of the plan on, the plan is owed.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @law BC arts. 86–93 (`law.md` 4.2)
 * @example lateBudgetOn('2026-12-25', { approvedOn: null, forecastTiyn: 400n }, days).planAtMostTiyn // → 100n
 */
export function lateBudgetOn(
  today: CivilDate,
  budget: { readonly approvedOn: CivilDate | null; readonly forecastTiyn: Tiyn },
  days: readonly BudgetDay[],
): LateBudget | null {
  const planBy = lastDayOf('quarterly-plan', days);
  if (budget.approvedOn !== null || planBy === null || today < planBy) return null;
  const { num, den } = valueOn('budget.quarterly-plan-share', planBy);
  return {
    planBy,
    approvalBy: lastDayOf('late-approval', days),
    planAtMostTiyn: (budget.forecastTiyn * num) / den,
  };
}

/** The fault of a plan above its share of the forecast. */
export function assessQuarterlyPlan(planTiyn: Tiyn, late: LateBudget): readonly Fault[] {
  if (planTiyn <= late.planAtMostTiyn) return [];
  const details = { atMostTiyn: String(late.planAtMostTiyn) };
  return [{ code: 'budget.plan_above_share', field: 'amount', details }];
}
