import { budgetDaysOf, lastDayOf } from '#rules/budgets/budget-days.js';
import type { BudgetTier } from '#rules/budgets/budget-tier.js';
import { reportPeriodsOf } from '#rules/implementation/quarterly-report.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { obligationRuleOf, type ObligationKind } from '#rules/obligations/obligation-kind.js';
import type { Duty } from './obligation-row.js';

/** A round whose winners are being built, with the quarters that were reported on. */
export interface ReportingRoundRow {
  readonly id: string;
  readonly territory: string;
  readonly startedOn: CivilDate;
  /** Since when nothing is left to be built; null while something is. */
  readonly endedOn: CivilDate | null;
  /** Days of the reports, by the first day of the quarter. */
  readonly reported: Readonly<Record<CivilDate, CivilDate>>;
}

/** A budget with the days of its acts. */
export interface BudgetActsRow {
  readonly id: string;
  readonly territory: string;
  readonly maslikhat: string;
  readonly year: number;
  readonly tier: BudgetTier;
  readonly begunOn: CivilDate;
  readonly higherSignedOn: CivilDate | null;
  readonly submittedOn: CivilDate | null;
  readonly adoptedOn: CivilDate | null;
  /** Of the first act with a plan of the first quarter; null while there is none. */
  readonly plannedOn: CivilDate | null;
}

/**
 * A report for every quarter that is over, since the winners were published until all is built.
 *
 * @law PR p. 85
 */
export function reportDuties(round: ReportingRoundRow, today: CivilDate): readonly Duty[] {
  const { startedOn, endedOn, reported } = round;
  return reportPeriodsOf(startedOn, endedOn, today).map(({ from, until, dueOn }) => ({
    kind: 'quarterly-report',
    post: obligationRuleOf('quarterly-report').post,
    territory: round.territory,
    objectKind: 'round',
    objectId: round.id,
    part: from,
    eventOn: until,
    dueOn,
    metOn: reported[from] ?? null,
  }));
}

/**
 * The submission of a draft, its approval once the higher act is there, and the plan of the first quarter
 * where no approval came in time.
 */
export function budgetDuties(budget: BudgetActsRow, today: CivilDate): readonly Duty[] {
  const { begunOn, higherSignedOn, submittedOn, adoptedOn } = budget;
  const acts = { higherSignedOn, approvedOn: adoptedOn };
  const days = budgetDaysOf(budget.tier, budget.year, acts);
  return [
    ...duty(budget, 'budget-to-maslikhat', {
      territory: budget.territory,
      eventOn: begunOn,
      dueOn: lastDayOf('maslikhat', days),
      metOn: submittedOn,
    }),
    ...duty(budget, 'budget-approval', {
      territory: budget.maslikhat,
      eventOn: higherSignedOn ?? begunOn,
      dueOn: lastDayOf('approval', days),
      metOn: adoptedOn,
    }),
    ...planDuty(budget, lastDayOf('quarterly-plan', days), today),
  ];
}

/** Nobody owes a plan while the budget may still be approved in time; a late approval ends the debt. */
function planDuty(
  budget: BudgetActsRow,
  planBy: CivilDate | null,
  today: CivilDate,
): readonly Duty[] {
  const { territory, begunOn, adoptedOn, plannedOn } = budget;
  if (planBy === null || today < planBy || (adoptedOn !== null && adoptedOn <= planBy)) return [];
  const [metOn = null] = [plannedOn, adoptedOn].filter((day) => day !== null).toSorted();
  const days = { territory, eventOn: begunOn, dueOn: planBy, metOn };
  return duty(budget, 'budget-quarterly-plan', days);
}

function duty(
  { id }: BudgetActsRow,
  kind: ObligationKind,
  days: Pick<Duty, 'territory' | 'eventOn' | 'metOn'> & { readonly dueOn: CivilDate | null },
): readonly Duty[] {
  const { dueOn, ...rest } = days;
  if (dueOn === null) return [];
  const { post } = obligationRuleOf(kind);
  return [{ ...rest, kind, post, objectKind: 'budget', objectId: id, part: '', dueOn }];
}
