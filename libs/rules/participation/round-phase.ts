import type { Fault } from '#rules/kernel/domain-error.js';
import { type Moment, toEpochMs } from '#rules/kernel/instant.js';

/** Phases of a round in time; texts for people are `phases.<code>`. */
export const ROUND_PHASES = [
  'preparing',
  'announced',
  'intake',
  'review',
  'listed',
  'voting',
  'counting',
  'deciding',
  'published',
] as const;

export type RoundPhase = (typeof ROUND_PHASES)[number];

/**
 * Instants of a round. `…From` belongs to its window; `…Until` and `decisionBy` are the first
 * instant after it, so that "until 24 April" is 25 April 00:00 in the town's zone.
 */
export interface RoundCalendar {
  readonly intakeFrom: Moment;
  readonly intakeUntil: Moment;
  readonly reviewUntil: Moment;
  readonly votingFrom: Moment;
  readonly votingUntil: Moment;
  readonly decisionBy: Moment;
}

/** Recorded acts that move a round on; null while they have not happened. */
export interface RoundActs {
  readonly announcedAt: Moment | null;
  readonly closedAt: Moment | null;
  readonly publishedAt: Moment | null;
}

const CALENDAR_SEQUENCE = [
  'intakeFrom',
  'intakeUntil',
  'reviewUntil',
  'votingFrom',
  'votingUntil',
  'decisionBy',
] as const satisfies readonly (keyof RoundCalendar)[];

/**
 * The phase of a round at an instant of the database clock.
 *
 * The calendar alone opens and closes the intake and the voting; counting ends with the closure on
 * record, and the round with the publication on record, whatever the calendar had planned.
 *
 * @example phaseAt('2027-04-25T00:00:00+05:00', calendar, acts) // → 'counting'
 */
export function phaseAt(now: Moment, calendar: RoundCalendar, acts: RoundActs): RoundPhase {
  if (hasHappened(acts.publishedAt, now)) return 'published';
  if (hasHappened(acts.closedAt, now)) return 'deciding';
  if (!hasHappened(acts.announcedAt, now)) return 'preparing';
  return phaseByCalendar(toEpochMs(now), calendar);
}

/**
 * All faults in the sequence of a calendar: each instant is later than the one before it, but the
 * voting may open at the very instant at which the review ends.
 */
export function assessCalendarSequence(calendar: RoundCalendar): readonly Fault[] {
  return CALENDAR_SEQUENCE.slice(1).flatMap((field, place) => {
    const before = CALENDAR_SEQUENCE[place]!;
    const gapMs = toEpochMs(calendar[field]) - toEpochMs(calendar[before]);
    const inSequence = field === 'votingFrom' ? gapMs >= 0 : gapMs > 0;
    if (inSequence) return [];
    return [{ code: 'round.dates_out_of_sequence', field, details: { field, before } }];
  });
}

function hasHappened(act: Moment | null, now: Moment): boolean {
  return act !== null && toEpochMs(act) <= toEpochMs(now);
}

function phaseByCalendar(nowMs: number, calendar: RoundCalendar): RoundPhase {
  if (nowMs < toEpochMs(calendar.intakeFrom)) return 'announced';
  if (nowMs < toEpochMs(calendar.intakeUntil)) return 'intake';
  if (nowMs < toEpochMs(calendar.reviewUntil)) return 'review';
  if (nowMs < toEpochMs(calendar.votingFrom)) return 'listed';
  if (nowMs < toEpochMs(calendar.votingUntil)) return 'voting';
  return 'counting';
}
