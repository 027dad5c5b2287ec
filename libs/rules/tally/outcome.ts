import type { Fraction } from '#rules/kernel/fraction.js';

/** Why a project won or lost, with the numbers that decided: the closed list of the product. */
export type Reason =
  | Won
  | NoMoney
  | TieLost
  | Conflict
  | BelowMinimum
  | OverCap
  | { readonly outcome: 'WITHDRAWN' }
  | { readonly outcome: 'COUNCIL_REFUSED'; readonly ground: string };

export interface Won {
  readonly outcome: 'WON';
  /** Place in the sequence of winners, from 1. */
  readonly place: number;
}

export interface NoMoney {
  readonly outcome: 'NO_MONEY';
  readonly needed: bigint;
  /** What was there for it: of the budget at its turn, or in its supporters' purses. */
  readonly left: bigint;
  readonly leftIn: 'budget' | 'purses';
  /** Winners that came after it in the count and still fitted. */
  readonly cheaperWinners: readonly string[];
  /** The project at which the count ended before it came to this one. */
  readonly endedAt?: string;
  /** Where a completion went on after equal shares: what its supporters' purses held before that. */
  readonly held?: bigint;
}

export interface TieLost {
  readonly outcome: 'TIE_LOST';
  /** Its equals that were taken. */
  readonly to: readonly string[];
  readonly by: 'id' | 'cost-votes-id' | 'lottery';
  readonly seed?: string;
}

export interface Conflict {
  readonly outcome: 'CONFLICT';
  readonly with: string;
  /** How many points more the other one has; below 0 when it was taken first for another reason. */
  readonly margin: number;
}

export interface BelowMinimum {
  readonly outcome: 'BELOW_MINIMUM';
  readonly votes: number;
  readonly minimum: number;
}

export interface OverCap {
  readonly outcome: 'OVER_CAP';
  readonly cost: bigint;
  readonly cap: bigint;
}

/** One project looked at in its turn by the greedy rule, or by a completion. */
export interface GreedyStep {
  readonly kind: 'greedy';
  readonly project: string;
  readonly taken: boolean;
  readonly points: number;
  readonly votes: number;
  readonly cost: bigint;
  /** Budget before this step. */
  readonly left: bigint;
  /** The project of its group that stood in the way. */
  readonly conflictWith?: string;
  /** Others with exactly the same claim at this step. */
  readonly tiedWith: readonly string[];
}

/** One purchase of equal shares. */
export interface SharesStep {
  readonly kind: 'equal-shares';
  readonly project: string;
  readonly cost: bigint;
  readonly left: bigint;
  /** Price of one point, in the smallest unit of money. */
  readonly price: Fraction;
  /** Price per satisfaction, by which projects are compared. */
  readonly q: Fraction;
  /** Cost ÷ price of a point: full payers that would have been enough. */
  readonly effectiveVotes: Fraction;
  /** Voters who paid. */
  readonly payers: number;
  /** Those of them who gave all they had left. */
  readonly emptied: number;
  readonly tiedWith: readonly string[];
}

/** One purchase of Phragmén's rule. */
export interface PhragmenStep {
  readonly kind: 'phragmen';
  readonly project: string;
  readonly cost: bigint;
  readonly left: bigint;
  readonly taken: boolean;
  /** What each voter had received in all when the supporters held its cost; null: no supporters. */
  readonly time: Fraction | null;
  readonly supporters: number;
  readonly tiedWith: readonly string[];
}

export type Step = GreedyStep | SharesStep | PhragmenStep;

/** Who wins, in the sequence of selection, and why everybody else does not. */
export interface Outcome {
  readonly kind: 'outcome';
  readonly winners: readonly string[];
  readonly cost: bigint;
  readonly steps: readonly Step[];
  readonly reasons: ReadonlyMap<string, Reason>;
  /** Equal shares: what every voter held at first, raised by a completion where there is one. */
  readonly purse?: Fraction;
}

/** The count ends here: equals of which not all can win, and no rule to tell them apart. */
export interface Tie {
  readonly kind: 'tie';
  readonly between: readonly string[];
  /** Taken before the tie; not a result by themselves. */
  readonly settled: readonly string[];
}
