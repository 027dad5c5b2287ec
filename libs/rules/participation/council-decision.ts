import type { Fault } from '#rules/kernel/domain-error.js';
import {
  type Fraction,
  compareFractions,
  fraction,
  shareRoundedUp,
} from '#rules/kernel/fraction.js';
import {
  type CouncilOutcome,
  type CouncilVote,
  assessCouncilVotes,
  countCouncilVotes,
} from './council-vote.js';

/** How the Council decides: by a local act, or by the rulebook's default while there is none. */
export interface CouncilProcedure {
  /** Share of all members that must take part. */
  readonly quorum: Fraction;
  /** Share of the votes for and against that the votes for must exceed. */
  readonly majority: Fraction;
}

/** A sitting's vote on one proposal. */
export interface CouncilSitting {
  readonly votes: readonly CouncilVote[];
  /** People who hold a seat on that day. */
  readonly memberIds: readonly string[];
}

/** What the Council decided, with what it rests on. */
export interface CouncilDecision extends Omit<CouncilOutcome, 'kind'> {
  readonly members: number;
  /** Members who voted or abstained; who declared a conflict of interest is not among them. */
  readonly takingPart: number;
  readonly required: number;
  readonly admitted: boolean;
}

/**
 * All faults of a sitting: those of its votes, and a quorum that is not there. A member with a
 * conflict of interest does not count towards the quorum, which stays a share of all members: a
 * Council half of which steps aside cannot decide.
 *
 * @law PR p. 75 leaves quorum and majority to a local act
 */
export function assessSitting(
  { votes, memberIds }: CouncilSitting,
  procedure: CouncilProcedure,
): readonly Fault[] {
  const { takingPart, required } = decide({ votes, memberIds }, procedure);
  const faults = assessCouncilVotes(votes, memberIds);
  if (takingPart >= required) return faults;
  const details = { takingPart, required };
  return [...faults, { code: 'council.no_quorum', field: 'votes', details }];
}

/**
 * The Council's decision; an even vote admits nothing.
 *
 * @example decide({ votes: fourForOneAgainst, memberIds: seven }, halves)
 * // → { for: 4, against: 1, takingPart: 5, required: 4, admitted: true, … }
 */
export function decide(
  { votes, memberIds }: CouncilSitting,
  { quorum, majority }: CouncilProcedure,
): CouncilDecision {
  const counted = votes.filter(({ hasConflict }) => !hasConflict);
  const { kind: _kind, ...outcome } = countCouncilVotes(counted);
  return {
    ...outcome,
    members: memberIds.length,
    takingPart: counted.length,
    required: Math.max(1, Number(shareRoundedUp(BigInt(memberIds.length), quorum))),
    admitted: exceeds(outcome.for, outcome.for + outcome.against, majority),
  };
}

function exceeds(part: number, whole: number, share: Fraction): boolean {
  if (whole === 0) return false;
  return compareFractions(fraction(BigInt(part), BigInt(whole)), share) > 0;
}
