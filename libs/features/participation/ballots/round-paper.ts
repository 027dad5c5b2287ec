import type { BallotPaper } from '#rules/participation/ballot.js';
import type { VoterRule } from '#rules/participation/voter-eligibility.js';

/** The paper of a round with all its pots; fixed while the version stays. */
export interface RoundPaper {
  readonly roundId: string;
  readonly version: number;
  readonly paper: BallotPaper;
  readonly voterRule: VoterRule;
  readonly replacingAllowed: boolean;
}

/** The pots of the chosen numbers, each once. */
export function potsOfChoices(paper: BallotPaper, keys: readonly string[]): string[] {
  const pots = new Set<string>();
  for (const key of keys) {
    const project = paper.projects.get(key);
    if (project) pots.add(project.pot);
  }
  return [...pots];
}
