import { Injectable } from '@nestjs/common';
import type { RoundRow } from '../rounds/round-row.js';
import { CountReader } from './count.reader.js';
import { countRoundBallots } from './count-round-ballots.js';
import { type ElectionFile, makeElectionFile } from './election-file.js';
import { electionsOf, type PotElection } from './round-elections.js';
import type { RecordedDraw, StoredCount } from './stored-count.js';

/** A count that waits to be stored. */
export interface PreparedTally {
  readonly count: StoredCount;
  readonly ballots: number;
  readonly files: readonly ElectionFile[];
}

/**
 * Reads and counts a closed round. It takes seconds for a large town, so it happens before the
 * transaction that stores it: since the closure nothing of what it reads can change.
 */
@Injectable()
export class RoundCounter {
  constructor(private readonly reader: CountReader) {}

  async prepare(round: RoundRow, draw: RecordedDraw | null): Promise<PreparedTally> {
    const projects = await this.reader.listProjects(round.id);
    const gathered = await this.reader.gatherBallots(round.id);
    const elections = electionsOf(round, projects, gathered.all());
    const count = countRoundBallots({
      round,
      projects,
      elections,
      voters: gathered.count,
      byTerritory: await this.reader.countByTerritory(round.id),
      byDay: await this.reader.countByDay(round.id),
      draw,
    });
    return { count, ballots: gathered.count, files: await filesOf(round, elections, count) };
  }
}

async function filesOf(
  round: RoundRow,
  elections: readonly PotElection[],
  count: StoredCount,
): Promise<ElectionFile[]> {
  const files: ElectionFile[] = [];
  for (const [place, election] of elections.entries()) {
    const counted = count.pots[place]!;
    files.push(await makeElectionFile({ round, election, counted, rule: count.rule }));
  }
  return files;
}
