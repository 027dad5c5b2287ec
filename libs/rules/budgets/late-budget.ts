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
  return {
    planBy,
    approvalBy: lastDayOf('late-approval', days),
    planAtMostTiyn: planLimit(budget.forecastTiyn, planBy),
  };
}

/**
 * Most that the plan of the first quarter may spend.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @example planLimit(400n, '2026-12-25') // → 100n
 */
export function planLimit(forecastTiyn: Tiyn, on: CivilDate): Tiyn {
  const { num, den } = valueOn('budget.quarterly-plan-share', on);
  return (forecastTiyn * num) / den;
}

/** The act that puts the plan of the first quarter in the budget's place. */
export interface QuarterlyPlanAct {
  readonly amountTiyn: Tiyn;
  readonly number: string;
  readonly on: CivilDate;
}

/**
 * All faults of such an act: it has a number and a day that has come, and spends something, no more
 * than its share. A late one is taken, and shown as late.
 *
 * @law BC arts. 86–93 (`law.md` 4.2)
 */
export function assessPlanAct(
  act: QuarterlyPlanAct,
  limits: { readonly today: CivilDate; readonly atMostTiyn: Tiyn },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (act.amountTiyn <= 0n) faults.push({ code: 'budget.plan_empty', field: 'amount' });
  if (act.number.trim() === '') faults.push({ code: 'budget.plan_unnumbered', field: 'number' });
  if (act.on > limits.today) faults.push({ code: 'budget.plan_day_ahead', field: 'on' });
  return [...faults, ...assessQuarterlyPlan(act.amountTiyn, { planAtMostTiyn: limits.atMostTiyn })];
}

/** The fault of a plan above its share of the forecast. */
export function assessQuarterlyPlan(
  planTiyn: Tiyn,
  late: Pick<LateBudget, 'planAtMostTiyn'>,
): readonly Fault[] {
  if (planTiyn <= late.planAtMostTiyn) return [];
  const details = { atMostTiyn: String(late.planAtMostTiyn) };
  return [{ code: 'budget.plan_above_share', field: 'amount', details }];
}
