import { deadlineOf } from '#rules/calendar/deadline.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { BudgetDayValues, BudgetTermValues } from '#rules/rulebook/budget-calendar.js';
import { type LegalSource, type MonthDay, monthDayIn } from '#rules/rulebook/legal-value.js';
import { findRowOn, getRowOn } from '#rules/rulebook/value-on.js';
import type { BudgetTier } from './budget-tier.js';

/** Steps of a draft to its approval, in their sequence; texts are `budgets.steps.<code>`. */
export const BUDGET_STEPS = [
  'draft',
  'assessment',
  'commission',
  'akimat',
  'maslikhat',
  'approval',
  'act',
  'quarterly-plan',
  'late-approval',
] as const;

export type BudgetStep = (typeof BUDGET_STEPS)[number];

/** A step with its last day; `by` is null until the act that the term runs from is there. */
export interface BudgetDay {
  readonly step: BudgetStep;
  readonly by: CivilDate | null;
  readonly source: LegalSource;
}

/** Days of acts that terms run from; null while they did not happen. */
export interface BudgetActs {
  /** The republican law was signed, or the decision of the higher maslikhat. */
  readonly higherSignedOn: CivilDate | null;
  readonly approvedOn: CivilDate | null;
}

type DayKey = keyof BudgetDayValues;

const DAY_KEYS: Readonly<Record<BudgetTier, Readonly<Partial<Record<BudgetStep, DayKey>>>>> = {
  region: {
    assessment: 'budget.assessment-by.region',
    akimat: 'budget.akimat-by.region',
    maslikhat: 'budget.maslikhat-by.region',
  },
  district: {
    commission: 'budget.commission-by.district',
    akimat: 'budget.akimat-by.district',
    maslikhat: 'budget.maslikhat-by.district',
  },
  local: {
    draft: 'budget.draft-by.local',
    commission: 'budget.commission-by.local',
    maslikhat: 'budget.maslikhat-by.local',
    act: 'budget.act-by.local',
  },
};

/**
 * The calendar of one budget. Days that the law names stand as they are, on a weekend too; a term
 * that runs from an act and ends on a day off ends on the next working day.
 *
 * @param year the budget's own year; its draft is made in the year before
 * @throws DomainError unavailable `rulebook.no_value_on_date`, `calendar.year_unknown`
 * @law BC arts. 86–93; PR pp. 93–107 (`law.md` 4.2)
 * @example budgetDaysOf('local', 2027, acts)[0] // → { step: 'draft', by: '2026-09-01', … }
 */
export function budgetDaysOf(
  tier: BudgetTier,
  year: number,
  acts: BudgetActs,
): readonly BudgetDay[] {
  return [
    ...BUDGET_STEPS.flatMap((step) => fixedDay(tier, step, year - 1)),
    termDay('approval', `budget.approval-days.${tier}`, acts.higherSignedOn, year),
    ...implementingAct(tier, acts.approvedOn, year),
    namedDay('quarterly-plan', 'budget.quarterly-plan-by', year - 1),
    namedDay('late-approval', 'budget.late-approval-by', year),
  ].toSorted((a, b) => BUDGET_STEPS.indexOf(a.step) - BUDGET_STEPS.indexOf(b.step));
}

/** Does the rulebook know the calendar of that year's budget? Records may be older than it. */
export function isBudgetYearKnown(tier: BudgetTier, year: number): boolean {
  const on = yearEnd(year - 1);
  const keys = [`budget.approval-days.${tier}`, 'budget.quarterly-plan-by'] as const;
  return keys.every((key) => findRowOn(key, on) !== null);
}

/** The last day of one step, or null: `lastDayOf('maslikhat', days) // → '2026-11-10'` */
export function lastDayOf(step: BudgetStep, days: readonly BudgetDay[]): CivilDate | null {
  return days.find((day) => day.step === step)?.by ?? null;
}

function fixedDay(tier: BudgetTier, step: BudgetStep, year: number): readonly BudgetDay[] {
  const key = DAY_KEYS[tier][step];
  if (key === undefined || findRowOn(key, yearEnd(year)) === null) return [];
  return [namedDay(step, key, year)];
}

function namedDay(step: BudgetStep, key: DayKey, year: number): BudgetDay {
  const row = getRowOn(key, yearEnd(year));
  return { step, by: monthDayIn(year, row.value as MonthDay), source: row.source };
}

function implementingAct(
  tier: BudgetTier,
  approvedOn: CivilDate | null,
  year: number,
): readonly BudgetDay[] {
  return tier === 'local' ? [] : [termDay('act', `budget.act-days.${tier}`, approvedOn, year)];
}

function termDay(
  step: BudgetStep,
  key: keyof BudgetTermValues,
  eventOn: CivilDate | null,
  year: number,
): BudgetDay {
  const row = getRowOn(key, eventOn ?? yearEnd(year - 1));
  const term = { kind: 'calendar-days', count: row.value } as const;
  return { step, by: eventOn === null ? null : deadlineOf(eventOn, term), source: row.source };
}

function yearEnd(year: number): CivilDate {
  return `${year}-12-31`;
}
