import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { assertDrawComplete } from '#rules/participation/result-decision.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundCounter } from './round-counter.js';
import { LotteryReader } from './lottery/lottery.reader.js';
import type { RecordedDraw } from './stored-count.js';
import { storeRepeatedTally } from './store-repeated-tally.js';
import { TiedRounds } from './tied-rounds.js';

/**
 * Where the round's rule leaves a tie open, the Expert Council draws lots in public: its protocol
 * names the seed, and the count is made again with it. Anybody can repeat the draw.
 */
@Injectable()
export class DrawLotsInTie {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tied: TiedRounds,
    private readonly lotteries: LotteryReader,
    private readonly counter: RoundCounter,
  ) {}

  /** @throws DomainError rule-violated `result.draw_invalid`, `result.no_tie`, `result.lottery_promised` */
  async run(officer: SignedIn, roundId: string, draw: RecordedDraw): Promise<void> {
    const { round, ...tied } = await this.tied.getFor(officer, roundId);
    assertDrawComplete(draw);
    // What was promised beforehand is kept: no seed may be brought from elsewhere.
    if (await this.lotteries.find(roundId))
      throw new DomainError('rule-violated', 'result.lottery_promised');
    const prepared = await this.counter.prepare(round, draw);
    const [id, act, reason] = [v7(), 'result.lots_drawn', draw.text.kk] as const;
    const tally = { ...tied, id, roundId, act, reason, prepared };
    await this.unitOfWork.run((tx) => storeRepeatedTally(tx, tally));
  }
}
