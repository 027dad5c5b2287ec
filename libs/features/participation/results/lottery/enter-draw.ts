import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import {
  assertPromisedDrawComplete,
  type PromisedDraw,
} from '#rules/participation/result-decision.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../../record/audit-trail/audit-entry.repository.js';
import { RoundRepository } from '../../rounds/round.repository.js';
import { actingOnCounts } from '../result.policy.js';
import { assertUnpublished } from '../store-repeated-tally.js';
import { TallyRepository } from '../tally.repository.js';
import { assertTied } from '../tied-rounds.js';
import { LotteryReader } from './lottery.reader.js';
import { LotteryRepository } from './lottery.repository.js';

/** After the close an officer enters the public value that was named beforehand, with its source. */
@Injectable()
export class EnterDraw {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lotteries: LotteryReader,
  ) {}

  /**
   * @returns the id of the draw, to be confirmed by another officer
   * @throws DomainError rule-violated `result.draw_invalid`, `result.no_tie`, `result.no_lottery`
   */
  async run(officer: SignedIn, roundId: string, draw: PromisedDraw): Promise<string> {
    const id = v7();
    if (!(await this.lotteries.find(roundId)))
      throw new DomainError('rule-violated', 'result.no_lottery');
    await this.unitOfWork.run(async (tx) => {
      const round = await tx.of(RoundRepository).getForChange(roundId);
      const actor = actingOnCounts(officer, round.territoryPath);
      assertUnpublished(round);
      assertPromisedDrawComplete(draw);
      assertTied((await tx.of(TallyRepository).getLatest(roundId)).outcome);
      const { value: publicValue, source, protocolNumber, text } = draw;
      const [textKk, textRu] = [text.kk, text.ru];
      const told = { publicValue, source, protocolNumber, textKk, textRu };
      await tx.of(LotteryRepository).addDraw({ id, roundId, ...told, enteredBy: actor.personId });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'result.draw_entered',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
        after: { draw: id, ...draw },
      });
    });
    return id;
  }
}
