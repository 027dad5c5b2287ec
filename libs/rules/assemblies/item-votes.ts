import type { Fault } from '#rules/kernel/domain-error.js';
import { type Moment, toEpochMs } from '#rules/kernel/instant.js';
import { type AgendaVotes, assessVotes } from './agenda-votes.js';
import { presentAt, type Stay } from './attendance.js';
import { type Quorum, quorumOf } from './quorum.js';
import type { Fraction } from '#rules/kernel/fraction.js';

/** The hall in which a vote is taken. */
export interface VotingHall {
  readonly members: number;
  /** Of those who count for the quorum. */
  readonly stays: readonly Stay[];
  readonly share: Fraction;
  /** Null while the meeting has not been opened, or where it never had its quorum. */
  readonly openedAt: Moment | null;
  /** End of the meeting, or now. */
  readonly until: Moment;
}

/**
 * All faults of a vote at its moment: within the meeting, with the quorum then, no more votes than
 * people in the hall and only theirs.
 *
 * @law LSG art. 39-3, redaction of 2026-07-01 (`law.md` §3)
 * @example assessItemVotes({ kind: 'by-count', for: 9, … }, at, hallOfEight)
 * // → [{ code: 'agenda-votes.more_than_present', … }]
 */
export function assessItemVotes(
  votes: AgendaVotes,
  votedAt: Moment,
  hall: VotingHall,
): readonly Fault[] {
  const presentIds = presentAt(hall.stays, votedAt);
  return [
    ...timeFaults(votedAt, hall),
    ...quorumFaults(quorumOf({ members: hall.members, present: presentIds.length }, hall.share)),
    ...assessVotes(votes, presentIds),
  ];
}

function timeFaults(votedAt: Moment, { openedAt, until }: VotingHall): readonly Fault[] {
  const field = 'votes';
  if (openedAt === null) return [{ code: 'agenda-votes.meeting_not_open', field }];
  const at = toEpochMs(votedAt);
  if (at >= toEpochMs(openedAt) && at <= toEpochMs(until)) return [];
  return [{ code: 'agenda-votes.outside_meeting', field }];
}

function quorumFaults({ met, present, required }: Quorum): readonly Fault[] {
  if (met) return [];
  return [{ code: 'agenda-votes.no_quorum', field: 'votes', details: { present, required } }];
}
