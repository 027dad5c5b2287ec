import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import type { LegalRow, LegalUnit, MonthDay } from './legal-value.js';

/** Keys of the days on which the draft of a local budget moves on, of the year before its own. */
export interface BudgetDayValues {
  /** The akim's office sends the draft, agreed with the assembly, to the district. */
  readonly 'budget.draft-by.local': MonthDay;
  /** The audit commission has assessed the draft. */
  readonly 'budget.assessment-by.region': MonthDay;
  readonly 'budget.commission-by.district': MonthDay;
  readonly 'budget.commission-by.local': MonthDay;
  readonly 'budget.akimat-by.region': MonthDay;
  readonly 'budget.akimat-by.district': MonthDay;
  readonly 'budget.maslikhat-by.region': MonthDay;
  readonly 'budget.maslikhat-by.district': MonthDay;
  readonly 'budget.maslikhat-by.local': MonthDay;
  /** The akim's decision that puts the budget of a rural okrug into effect. */
  readonly 'budget.act-by.local': MonthDay;
  /** The financial plan of the first quarter, where the budget was not approved. */
  readonly 'budget.quarterly-plan-by': MonthDay;
  /** Last day, in the budget's own year, for a budget that was late. */
  readonly 'budget.late-approval-by': MonthDay;
}

/** Keys of terms that run from an act of a higher body or from the approval itself. */
export interface BudgetTermValues {
  readonly 'budget.approval-days.region': number;
  readonly 'budget.approval-days.district': number;
  readonly 'budget.approval-days.local': number;
  readonly 'budget.act-days.region': number;
  readonly 'budget.act-days.district': number;
}

export interface BudgetShareValues {
  /** Part of the year's forecast that the plan of the first quarter may hold. */
  readonly 'budget.quarterly-plan-share': Fraction;
}

export type BudgetCalendarValues = BudgetDayValues & BudgetTermValues & BudgetShareValues;

type BudgetKey = keyof BudgetCalendarValues;
type BudgetRow = LegalRow<BudgetKey, BudgetCalendarValues[BudgetKey]>;

/**
 * The calendar of a local budget.
 *
 * @law BC arts. 86–93; PR pp. 93–107 (`law.md` 4.2)
 */
export const BUDGET_CALENDAR_ROWS: readonly BudgetRow[] = [
  ...dayRows('budget.draft-by.local', '09-01'),
  {
    ...currentRow('budget.assessment-by.region', '09-15', 'day-of-year'),
    from: '2027-01-01',
    verified: false,
    note: 'wording-ambiguous',
  },
  ...dayRows('budget.commission-by.district', '10-01'),
  ...dayRows('budget.commission-by.local', '10-15'),
  ...dayRows('budget.akimat-by.region', '10-01'),
  ...dayRows('budget.akimat-by.district', '10-15'),
  ...dayRows('budget.maslikhat-by.region', '10-15'),
  ...dayRows('budget.maslikhat-by.district', '11-01'),
  ...dayRows('budget.maslikhat-by.local', '11-10'),
  ...termRows('budget.approval-days.region', 10),
  ...termRows('budget.approval-days.district', 10),
  ...termRows('budget.approval-days.local', 5),
  ...termRows('budget.act-days.region', 7),
  ...termRows('budget.act-days.district', 7),
  ...dayRows('budget.act-by.local', '12-31'),
  ...dayRows('budget.quarterly-plan-by', '12-25'),
  ...rows('budget.quarterly-plan-share', fraction(1n, 4n), 'share'),
  ...dayRows('budget.late-approval-by', '03-01'),
];

function dayRows(key: keyof BudgetDayValues, day: MonthDay): readonly BudgetRow[] {
  return rows(key, day, 'day-of-year');
}

function termRows(key: keyof BudgetTermValues, days: number): readonly BudgetRow[] {
  return rows(key, days, 'calendar-days');
}

/** The redaction that was read, in force since 1 July 2026, and the Code as it was adopted. */
function rows(
  key: BudgetKey,
  value: BudgetCalendarValues[BudgetKey],
  unit: LegalUnit,
): readonly BudgetRow[] {
  const current = currentRow(key, value, unit);
  const redaction = '2025-03-15';
  return [
    {
      ...current,
      from: redaction,
      until: '2026-06-30',
      source: { ...current.source, redaction },
      verified: false,
      note: 'earlier-redaction-not-read',
    },
    current,
  ];
}

function currentRow(
  key: BudgetKey,
  value: BudgetCalendarValues[BudgetKey],
  unit: LegalUnit,
): BudgetRow {
  const from = '2026-07-01';
  const source = { act: 'budget-code', point: '86–93', redaction: from } as const;
  return { key, value, unit, from, source, standing: 'national', verified: true };
}
