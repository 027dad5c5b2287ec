import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { assertDrawComplete } from '#rules/participation/result-decision.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundReader } from '../rounds/round.reader.js';
import { actingOnCounts } from './result.policy.js';
import { ResultReader } from './result.reader.js';
import { RoundCounter } from './round-counter.js';
import type { RecordedDraw, StoredCount } from './stored-count.js';
import { assertUnpublished, storeRepeatedTally } from './store-repeated-tally.js';

/**
 * Where the round's rule leaves a tie open, the Expert Council draws lots in public: its protocol
 * names the seed, and the count is made again with it. Anybody can repeat the draw.
 */
@Injectable()
export class DrawLotsInTie {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
    private readonly counter: RoundCounter,
  ) {}

  /** @throws DomainError rule-violated `result.draw_invalid`, `result.no_tie` */
  async run(officer: SignedIn, roundId: string, draw: RecordedDraw): Promise<void> {
    const round = await this.rounds.getPublic(roundId);
    const actor = actingOnCounts(officer, round.territoryPath);
    assertDrawComplete(draw);
    assertUnpublished(round);
    const { tally: former, count } = await this.results.get(roundId);
    assertTied(count);
    const prepared = await this.counter.prepare(round, draw);
    const act = 'result.lots_drawn';
    const reason = draw.text.kk;
    const tally = { id: v7(), roundId, actor, act, former, reason, prepared } as const;
    await this.unitOfWork.run((tx) => storeRepeatedTally(tx, tally));
  }
}

function assertTied({ pots }: StoredCount): void {
  if (pots.every(({ tie }) => tie === null))
    throw new DomainError('rule-violated', 'result.no_tie');
}
