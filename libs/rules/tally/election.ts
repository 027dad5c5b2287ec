/** How a vote is written on the ballot (Pabulib `vote_type`). */
export const VOTE_TYPES = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const;
export type VoteType = (typeof VOTE_TYPES)[number];

/** What stands for election. Money is in the smallest unit of its election (see `scale`). */
export interface ElectionProject {
  readonly id: string;
  readonly cost: bigint;
  readonly name?: string;
  /** Of the projects that share a group at most one can win (two plans for one place). */
  readonly group?: string;
  /** Pabulib `selected`: 0 lost, 1 won, 2 and 3 special. */
  readonly selected?: number;
}

/** Equal ballots, merged: what `voters` people chose. */
export interface Ballot {
  readonly voters: number;
  /** Positions in `Election.projects`, each once, ascending. */
  readonly choices: readonly number[];
  /** Whole points above 0, parallel to `choices`; absent: one point each. */
  readonly points?: readonly number[];
  /** District of these voters, when it is known and asked for. */
  readonly district?: string;
}

/** An election as every rule sees it: nothing in a result depends on the order of its lists. */
export interface Election {
  readonly voteType: VoteType;
  readonly budget: bigint;
  /** Decimals of the money unit: 2 when sums are in hundredths of the currency. */
  readonly scale: number;
  readonly projects: readonly ElectionProject[];
  readonly ballots: readonly Ballot[];
}

/** A choice as people make it: `points` for cumulative and scoring ballots. */
export interface Vote {
  readonly project: string;
  readonly points?: number;
}

/** One ballot before merging; the places of an ordinal one follow from its sequence. */
export interface CastBallot {
  readonly votes: readonly Vote[];
  readonly voters?: number;
  readonly district?: string;
}

/** How many people voted, empty ballots included. */
export function countVoters(election: Election): number {
  return election.ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
}

/** One unit of the currency in the smallest unit: `unitOf({ scale: 2 }) // → 100n` */
export function unitOf(election: Pick<Election, 'scale'>): bigint {
  return 10n ** BigInt(election.scale);
}
