import { buildElection } from './build-election.js';
import type { CastBallot, ElectionProject, Vote, VoteType } from './election.js';
import type { PotRules, RoundPot } from './round-pot.js';

export interface PotDraft extends PotRules {
  readonly id: string;
  readonly budget: bigint;
  readonly projects: readonly ElectionProject[];
}

/** A ballot of the round; `pots` names those where this voter may vote. */
export interface RoundBallot extends CastBallot {
  readonly pots: readonly string[];
}

export interface RoundDraft {
  readonly voteType: VoteType;
  readonly scale: number;
  readonly pots: readonly PotDraft[];
  readonly ballots: Iterable<RoundBallot>;
}

/**
 * Divides the ballots of a round among its pots. A voter counts in each pot where she chose
 * something; throws RangeError on a choice in a pot where she may not vote.
 *
 * @example buildPots({ voteType: 'approval', scale: 2, pots: [city, north], ballots })
 */
export function buildPots(draft: RoundDraft): readonly RoundPot[] {
  const potOf = new Map(
    draft.pots.flatMap((pot) => pot.projects.map(({ id }) => [id, pot.id] as const)),
  );
  const shares = new Map(draft.pots.map(({ id }) => [id, [] as CastBallot[]]));
  for (const ballot of draft.ballots) {
    for (const [pot, votes] of dividedVotes(ballot, potOf)) {
      shares.get(pot)!.push({ ...ballot, votes });
    }
  }
  return draft.pots.map(({ budget, projects, ...pot }) => {
    const { voteType, scale } = draft;
    const ballots = shares.get(pot.id)!;
    return { ...pot, election: buildElection({ voteType, scale, budget, projects, ballots }) };
  });
}

function dividedVotes(
  ballot: RoundBallot,
  potOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, Vote[]> {
  const divided = new Map<string, Vote[]>();
  for (const vote of ballot.votes) {
    const pot = potOf.get(vote.project);
    if (pot === undefined || !ballot.pots.includes(pot)) {
      throw new RangeError(`A voter may not choose ${vote.project}`);
    }
    divided.set(pot, [...(divided.get(pot) ?? []), vote]);
  }
  return divided;
}
