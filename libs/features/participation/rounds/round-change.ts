import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { CALENDAR_FIELDS, type RoundInstants } from './round-request.js';
import type { RoundRow } from './round-row.js';

/**
 * May the terms of a round still change: not once they are frozen, nor once the voting has opened.
 *
 * @throws DomainError conflict `round.frozen`, `round.voting_opened`
 */
export function assertChangeable(round: RoundRow): void {
  const details = { round: round.id };
  if (round.now >= round.calendar.votingFrom)
    throw new DomainError('conflict', 'round.voting_opened', details);
  if (round.frozenAt !== null) throw new DomainError('conflict', 'round.frozen', details);
}

/** Faults of moving an instant that has passed, or of moving one into the past. */
export function movedPastFaults(round: RoundRow, wanted: RoundInstants): readonly Fault[] {
  return CALENDAR_FIELDS.filter((field) => {
    const isMoved = wanted[field].getTime() !== round.calendar[field].getTime();
    return isMoved && (round.calendar[field] <= round.now || wanted[field] <= round.now);
  }).map((field) => ({ code: 'round.date_passed', field }));
}
