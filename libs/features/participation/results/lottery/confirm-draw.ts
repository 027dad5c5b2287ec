import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { assertAnotherPerson } from '#rules/participation/lottery-promise.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { RoundCounter } from '../round-counter.js';
import { storeRepeatedTally } from '../store-repeated-tally.js';
import { TiedRounds } from '../tied-rounds.js';
import { LotteryReader, type DrawRow } from './lottery.reader.js';
import { LotteryRepository } from './lottery.repository.js';

/** Another officer confirms the public value: the secret is opened and the count made with the seed. */
@Injectable()
export class ConfirmDraw {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tied: TiedRounds,
    private readonly lotteries: LotteryReader,
    private readonly counter: RoundCounter,
  ) {}

  /** @throws DomainError forbidden `result.second_person_needed`; not-found `result.no_such_draw` */
  async run(officer: SignedIn, roundId: string, drawId: string): Promise<void> {
    const { round, actor, former } = await this.tied.getFor(officer, roundId);
    const { enteredBy, text, protocolNumber } = await this.drawOf(roundId, drawId);
    assertAnotherPerson(enteredBy, actor.personId);
    const seed = await this.lotteries.seedOf(roundId, drawId);
    const prepared = await this.counter.prepare(round, { seed, protocolNumber, text });
    const [id, act, reason] = [v7(), 'result.lots_drawn', text.kk] as const;
    await this.unitOfWork.run(async (tx) => {
      await storeRepeatedTally(tx, { id, roundId, actor, act, former, reason, prepared });
      const people = { enteredBy, confirmedBy: actor.personId };
      await tx.of(LotteryRepository).confirm({ drawId, ...people, tallyId: id });
    });
  }

  private async drawOf(roundId: string, drawId: string): Promise<DrawRow> {
    const lottery = await this.lotteries.find(roundId);
    const draw = lottery?.draws.find(({ id }) => id === drawId);
    if (!draw) throw new DomainError('not-found', 'result.no_such_draw');
    return draw;
  }
}
