import type { DayCell, TerritoryCell } from './count.reader.js';
import { countRoundBallots } from './count-round-ballots.js';
import { makeElectionFile } from './election-file.js';
import type { PreparedTally } from './prepared-tally.js';
import { electionsOf } from './round-elections.js';
import { type AsideBallots, equalBallots, type GatheredRound } from './round-to-count.js';
import type { RecordedDraw } from './stored-count.js';

export interface TallyMatter extends GatheredRound {
  readonly aside: AsideBallots;
  readonly byTerritory: readonly TerritoryCell[];
  readonly byDay: readonly DayCell[];
  readonly draw: RecordedDraw | null;
}

/** Counts a round and writes the election file of each pot. */
export async function tallyRound(matter: TallyMatter): Promise<PreparedTally> {
  const { round, projects, ballots, voters } = matter;
  const elections = electionsOf(round, projects, equalBallots(ballots));
  const count = countRoundBallots({ ...matter, elections });
  const files = [];
  for (const [place, election] of elections.entries()) {
    const counted = count.pots[place]!;
    files.push(await makeElectionFile({ round, election, counted, rule: count.rule }));
  }
  return { count, ballots: voters, files };
}
