import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundReader } from '../rounds/round.reader.js';
import { actingOnCounts } from './result.policy.js';
import { ResultReader } from './result.reader.js';
import { RoundCounter } from './round-counter.js';
import { assertUnpublished, storeRepeatedTally } from './store-repeated-tally.js';

/** An officer counts a round again and says why; a draw that was held keeps its say. */
@Injectable()
export class RepeatCount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
    private readonly counter: RoundCounter,
  ) {}

  /** @throws DomainError rule-violated `result.reason_missing`, `result.not_counted` */
  async run(officer: SignedIn, roundId: string, reason: string): Promise<void> {
    const round = await this.rounds.getPublic(roundId);
    const actor = actingOnCounts(officer, round.territoryPath);
    if (reason.trim() === '') throw new DomainError('rule-violated', 'result.reason_missing');
    assertUnpublished(round);
    const { tally: former, count } = await this.results.get(roundId);
    const prepared = await this.counter.prepare(round, count.draw);
    const act = 'result.counted_again';
    const tally = { id: v7(), roundId, actor, act, former, reason, prepared } as const;
    await this.unitOfWork.run((tx) => storeRepeatedTally(tx, tally));
  }
}
