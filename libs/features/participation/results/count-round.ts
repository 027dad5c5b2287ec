import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundReader } from '../rounds/round.reader.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { RoundCounted } from './result.events.js';
import { ResultReader } from './result.reader.js';
import { RoundCounter } from './round-counter.js';
import { assertClosed } from './settled-result.js';
import { TallyRepository } from './tally.repository.js';

/** Counts a closed round for the first time. Who comes second finds the count and leaves it. */
@Injectable()
export class CountRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundReader,
    private readonly results: ResultReader,
    private readonly counter: RoundCounter,
  ) {}

  /** @throws DomainError rule-violated `result.not_closed` */
  async run(roundId: string): Promise<void> {
    const round = await this.rounds.getPublic(roundId);
    assertClosed(round);
    if (await this.results.find(roundId)) return;
    const prepared = await this.counter.prepare(round, null);
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      await tx.of(RoundRepository).getForChange(roundId);
      const tallies = tx.of(TallyRepository);
      if (await tallies.findLatest(roundId)) return;
      await tallies.add({ ...prepared, id, roundId, computedBy: null, reason: null });
      await tx.of(OutboxRepository).add(new RoundCounted(roundId, id));
    });
  }
}
