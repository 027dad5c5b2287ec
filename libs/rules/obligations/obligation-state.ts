import { type CivilDate, addDays, daysBetween } from '#rules/kernel/civil-date.js';

/** States of a duty; texts for people are `obligations.states.<code>`. */
export const OBLIGATION_STATES = ['open', 'met', 'late', 'overdue'] as const;

export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** Days of a duty. Lateness never blocks the act: it is shown. */
export interface ObligationDays {
  /** Day of the event that the term runs from. */
  readonly eventOn: CivilDate;
  readonly dueOn: CivilDate;
  /** Day on which it was done; null while it was not. */
  readonly metOn: CivilDate | null;
}

/**
 * Where a duty stands on a day: the last day is still in time, done after it is late, not done after
 * it is overdue.
 *
 * @example obligationStateOn({ eventOn: '2026-11-02', dueOn: '2026-11-20', metOn: null }, '2026-11-21')
 * // → 'overdue'
 */
export function obligationStateOn(
  { dueOn, metOn }: Pick<ObligationDays, 'dueOn' | 'metOn'>,
  today: CivilDate,
): ObligationState {
  if (metOn !== null) return metOn > dueOn ? 'late' : 'met';
  return today > dueOn ? 'overdue' : 'open';
}

/** Days by which it was late, or is by now; 0 in time. */
export function daysLateOn({ dueOn, metOn }: ObligationDays, today: CivilDate): number {
  return Math.max(0, daysBetween(dueOn, metOn ?? today));
}

/** `isWarningDue({ dueOn: '2027-01-10', metOn: null }, 7, '2027-01-03') // → true` */
export function isWarningDue(
  { dueOn, metOn }: Pick<ObligationDays, 'dueOn' | 'metOn'>,
  warningDays: number,
  today: CivilDate,
): boolean {
  return metOn === null && today >= addDays(dueOn, -warningDays);
}

/** `isObligationState('late') // → true` */
export function isObligationState(text: string): text is ObligationState {
  return (OBLIGATION_STATES as readonly string[]).includes(text);
}
