import { type CivilDate, addDays, addMonths } from '#rules/kernel/civil-date.js';
import { addWorkingDays, nextWorkingDay, workingDaysBetween } from './working-days.js';

/** A span that the law gives for an act. */
export interface Term {
  readonly kind: 'working-days' | 'calendar-days' | 'months';
  readonly count: number;
}

/** Where a deadline stands on a day. */
export type DeadlineState =
  | { readonly kind: 'open'; readonly workingDaysLeft: number }
  | { readonly kind: 'last-day' }
  | { readonly kind: 'overdue'; readonly workingDaysLate: number };

/**
 * The last day of a term. The day of the event is not counted; a term of calendar days or months
 * that would end on a day off ends on the next working day.
 *
 * A deadline is stored when it becomes known and never worked out backwards.
 *
 * @throws DomainError unavailable `calendar.year_unknown` outside the known years
 * @law Civil Code arts. 173–175 (not read: a default to be confirmed)
 * @example deadlineOf('2026-02-20', { kind: 'working-days', count: 4 }) // → '2026-02-26'
 */
export function deadlineOf(event: CivilDate, term: Term): CivilDate {
  if (term.kind === 'working-days') return addWorkingDays(event, term.count);
  if (term.kind === 'calendar-days') return nextWorkingDay(addDays(event, term.count));
  return nextWorkingDay(addMonths(event, term.count));
}

/**
 * How a deadline stands today, for the clocks of an inbox.
 *
 * @example deadlineStateOn('2026-02-26', '2026-02-27') // → { kind: 'overdue', workingDaysLate: 1 }
 */
export function deadlineStateOn(deadline: CivilDate, today: CivilDate): DeadlineState {
  if (today === deadline) return { kind: 'last-day' };
  if (today < deadline) {
    return { kind: 'open', workingDaysLeft: workingDaysBetween(today, deadline) };
  }
  return { kind: 'overdue', workingDaysLate: workingDaysBetween(deadline, today) };
}

/**
 * Last day for the report on the quarter that a day belongs to: a day of the month after it.
 *
 * @param byDay from the rulebook (`participation.report-by-day`)
 * @law PR p. 85
 * @example quarterlyReportDueOn('2026-11-21', 10) // → '2027-01-10'
 */
export function quarterlyReportDueOn(dayInQuarter: CivilDate, byDay: number): CivilDate {
  const month = Number(dayInQuarter.slice(5, 7));
  const monthsToNextQuarter = 3 - ((month - 1) % 3);
  const firstOfMonth = `${dayInQuarter.slice(0, 7)}-01`;
  return addDays(addMonths(firstOfMonth, monthsToNextQuarter), byDay - 1);
}
