import { mergeSmallCells, SMALLEST_GROUP } from '#rules/participation/small-cells.js';
import { scoresOf } from '#rules/tally/scores.js';
import { electionsOf, type RoundOfElections } from '../round-elections.js';
import { type AsideBallots, equalBallots, type ProjectToCount } from '../round-to-count.js';
import type { QuarantinedCell, QuarantinedTotals } from '../stored-count.js';

export interface AsideMatter {
  readonly round: RoundOfElections;
  readonly projects: readonly ProjectToCount[];
  readonly aside: AsideBallots;
}

/** What ballots in quarantine chose, project by project; what fewer than ten chose is merged. */
export function quarantinedTotals({ round, projects, aside }: AsideMatter): QuarantinedTotals {
  const elections = electionsOf(round, projects, equalBallots(aside.ballots));
  const cells = elections.flatMap(({ pot: { id: pot, election } }): QuarantinedCell[] => {
    const own = projects.filter((project) => project.pot === pot);
    const { votes } = scoresOf(election);
    return election.projects.map(({ id }, place) => ({
      pot,
      id,
      number: own[place]!.number,
      count: votes[place]!,
    }));
  });
  return { ballots: aside.voters, ...mergeSmallCells(cells, SMALLEST_GROUP) };
}
