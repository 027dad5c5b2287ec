import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { RoundPhase } from '#rules/participation/round-phase.js';
import type { CalendarField, RoundRow } from '#features/participation/rounds/round-row.js';
import { civilDateOf } from '#platform/clock/clock.js';

/** The instant that a phase waits for; a published round waits for nothing. */
const NEXT: Readonly<Record<RoundPhase, CalendarField | null>> = {
  preparing: 'intakeFrom',
  announced: 'intakeFrom',
  intake: 'intakeUntil',
  review: 'reviewUntil',
  listed: 'votingFrom',
  voting: 'votingUntil',
  counting: 'decisionBy',
  deciding: 'decisionBy',
  published: null,
};

export interface NextStep {
  readonly field: CalendarField;
  readonly day: CivilDate;
}

/** What happens next in a round, and on which day. */
export function nextStepOf(round: RoundRow): NextStep | null {
  const field = NEXT[round.phase];
  return field && { field, day: dayOfField(round, field) };
}

/** First day of a window, or the last day that still belongs to it. */
export function dayOfField({ calendar }: RoundRow, field: CalendarField): CivilDate {
  const isBeginning = field === 'intakeFrom' || field === 'votingFrom';
  return lastDayOf(calendar[field], isBeginning ? 0 : 1);
}

/** The day on which the instant right before an end lies. */
export function lastDayOf(until: Date, stepMs = 1): CivilDate {
  return civilDateOf(new Date(until.getTime() - stepMs));
}
