import { budgetDaysOf } from '#rules/budgets/budget-days.js';
import { lateBudgetOn } from '#rules/budgets/late-budget.js';
import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { PlanRow } from '#features/budget/local-budgets/desk.reader.js';
import type { Wording } from '#platform/views/wording.js';

/** What a territory without an approved budget lives by; nothing while the year is not near. */
export function lateOf(budget: BudgetRow, plans: readonly PlanRow[], say: Wording) {
  const { tier, year, today, adoptedOn, higherSignedOn } = budget;
  const days = budgetDaysOf(tier, year, { higherSignedOn, approvedOn: adoptedOn });
  const forecastTiyn = budget.revenuesTiyn + budget.transfersTiyn;
  const late = lateBudgetOn(today, { approvedOn: adoptedOn, forecastTiyn }, days);
  if (late === null && plans.length === 0) return undefined;
  return {
    text: late ? lateText(late, say) : say.t('budgets.late.wasPlan'),
    plans: plans.map((plan) => planLine(plan, say)),
  };
}

function lateText(late: NonNullable<ReturnType<typeof lateBudgetOn>>, say: Wording): string {
  return say.t('budgets.late.text', {
    planBy: say.date(late.planBy!),
    sum: say.money(late.planAtMostTiyn),
    approvalBy: say.date(late.approvalBy!),
  });
}

/** The act with the plan, with its lateness told by its own day. */
export function planLine({ amountTiyn, number, on, post }: PlanRow, say: Wording) {
  return {
    text: say.t('budgets.late.plan', { number, day: say.date(on), sum: say.money(amountTiyn) }),
    detail: say.official(post).text,
  };
}
