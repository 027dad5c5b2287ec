import type { Fault } from '#rules/kernel/domain-error.js';
import type { BallotRule } from './ballot-rule.js';

/** What of a choice concerns its place. */
export interface RankedVote {
  readonly project: string;
  readonly rank?: number;
}

/** Faults of the places on a ballot: 1, 2, … k, each once, and only where asked. */
export function ranksFaults(votes: readonly RankedVote[], rule: BallotRule): readonly Fault[] {
  if (rule.kind !== 'ordinal') {
    return votes
      .filter((vote) => vote.rank !== undefined)
      .map(({ project }) => faultOf('ballot.rank_not_asked', { project }));
  }
  const missing = votes.filter((vote) => vote.rank === undefined);
  if (missing.length > 0) {
    return missing.map(({ project }) => faultOf('ballot.rank_missing', { project }));
  }
  return isSequence(votes) ? [] : [faultOf('ballot.ranks_not_in_sequence', { last: votes.length })];
}

function isSequence(votes: readonly RankedVote[]): boolean {
  const ranks = new Set(votes.map((vote) => vote.rank));
  return votes.every((_, place) => ranks.has(place + 1));
}

function faultOf(code: string, details: Fault['details'] & object): Fault {
  return { code, field: 'votes', details };
}
