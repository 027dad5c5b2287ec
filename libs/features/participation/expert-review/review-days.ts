import type { CivilDate } from '#rules/kernel/civil-date.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { RoundRow } from '../rounds/round-row.js';

/** The last day of a round's review: its end is the first instant after it. */
export function lastDayOfReview(round: Pick<RoundRow, 'calendar'>): CivilDate {
  return civilDateOf(new Date(round.calendar.reviewUntil.getTime() - 1));
}
