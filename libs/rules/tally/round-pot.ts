import type { Election } from './election.js';
import type { Reason } from './outcome.js';

/** What holds in one pot beside its rule of counting. */
export interface PotRules {
  readonly minimumVotes?: number;
  readonly costCap?: bigint;
  /** Projects that left the round, with the reason that stands in the result. */
  readonly removed?: ReadonlyMap<
    string,
    Extract<Reason, { outcome: 'WITHDRAWN' | 'COUNCIL_REFUSED' }>
  >;
}

/** A part of the round with money, projects and ballots of its own: the city, a district. */
export interface RoundPot extends PotRules {
  readonly id: string;
  readonly election: Election;
}
