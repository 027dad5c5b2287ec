import { Injectable } from '@nestjs/common';
import type { RoundRow } from '../rounds/round-row.js';
import { type BallotGrain, CountReader } from './count.reader.js';
import type { PreparedTally } from './prepared-tally.js';
import type { GatheredRound } from './round-to-count.js';
import type { RecordedDraw } from './stored-count.js';
import { tallyRound, type TallyMatter } from './tally-round.js';
import { tallyInThread } from './threads/round-threads.js';

/** From so many ballots on a count would hold up every page for a second or more. */
const LARGE_ROUND = 20_000;

/**
 * Reads and counts a closed round. It takes seconds for a large town, so it happens before the
 * transaction that stores it: since the closure nothing of what it reads can change.
 */
@Injectable()
export class RoundCounter {
  constructor(private readonly reader: CountReader) {}

  async prepare(round: RoundRow, draw: RecordedDraw | null): Promise<PreparedTally> {
    const gathered = await this.gather(round, 'merged');
    const byTerritory = await this.reader.countByTerritory(round.id);
    const byDay = await this.reader.countByDay(round.id);
    const matter: TallyMatter = { ...gathered, byTerritory, byDay, draw };
    return gathered.voters < LARGE_ROUND ? tallyRound(matter) : tallyInThread(matter);
  }

  /** What a count of this closed round is made of. */
  async gather(round: RoundRow, grain: BallotGrain): Promise<GatheredRound> {
    const projects = await this.reader.listProjects(round.id);
    const { merged, count } = await this.reader.gatherBallots(round.id, grain);
    return { round, projects, ballots: merged, voters: count };
  }
}
