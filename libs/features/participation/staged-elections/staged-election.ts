import type { BallotRule } from '#rules/participation/ballot-rule.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { RuleSpec } from '#rules/tally/rule-spec.js';

/** An election that was held elsewhere, ready to be held again in an invented town. */
export interface ElectionToStage {
  readonly title: string;
  readonly year: number;
  readonly budgetTiyn: Tiyn;
  readonly ballot: BallotRule;
  readonly rule: RuleSpec;
  readonly minimumVotes: number;
  /** In the sequence of their numbers on the ballot, from 1. */
  readonly projects: readonly ProjectToStage[];
}

export interface ProjectToStage {
  /** Id in the source of the election. */
  readonly officialId: string;
  readonly title: string;
  readonly costTiyn: Tiyn;
}

/** A staged election whose voting is open. */
export interface StagedElection {
  readonly roundId: string;
  /** Ids of the projects, in the sequence of their numbers. */
  readonly projects: readonly string[];
}
