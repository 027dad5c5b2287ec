import { Injectable } from '@nestjs/common';
import type { RoundRow } from '../rounds/round-row.js';
import { type BallotGrain, CountReader } from './count.reader.js';
import type { PreparedTally } from './prepared-tally.js';
import { quarantinedTotals } from './quarantine/quarantined-totals.js';
import { QuarantineReader } from './quarantine/quarantine.reader.js';
import type { AsideBallots, GatheredRound } from './round-to-count.js';
import type { QuarantinedTotals, RecordedDraw } from './stored-count.js';
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
  constructor(
    private readonly reader: CountReader,
    private readonly quarantines: QuarantineReader,
  ) {}

  /** @param marks digests of the receipts that do not count; absent: those in quarantine now */
  async prepare(
    round: RoundRow,
    draw: RecordedDraw | null,
    marks?: ReadonlySet<string>,
  ): Promise<PreparedTally> {
    const { aside, ...gathered } = await this.gatherAll(round, 'merged', marks);
    const byTerritory = await this.reader.countByTerritory(round.id);
    const byDay = await this.reader.countByDay(round.id);
    const matter: TallyMatter = { ...gathered, aside, byTerritory, byDay, draw };
    return gathered.voters < LARGE_ROUND ? tallyRound(matter) : tallyInThread(matter);
  }

  /** What a count of this closed round is made of. */
  async gather(round: RoundRow, grain: BallotGrain): Promise<GatheredRound> {
    const { aside: _aside, ...gathered } = await this.gatherAll(round, grain);
    return gathered;
  }

  /** What these ballots of a closed round chose; what fewer than ten chose is merged. */
  async totalsOf(round: RoundRow, marks: ReadonlySet<string>): Promise<QuarantinedTotals> {
    return quarantinedTotals(await this.gatherAll(round, 'merged', marks));
  }

  private async gatherAll(
    round: RoundRow,
    grain: BallotGrain,
    marks?: ReadonlySet<string>,
  ): Promise<GatheredRound & { readonly aside: AsideBallots }> {
    const projects = await this.reader.listProjects(round.id);
    const standing = marks ?? new Set(await this.quarantines.listMarks(round.id));
    const { counted, aside } = await this.reader.gatherBallots(round.id, grain, standing);
    return {
      round,
      projects,
      ballots: counted.merged,
      voters: counted.count,
      aside: { ballots: aside.merged, voters: aside.count },
    };
  }
}
