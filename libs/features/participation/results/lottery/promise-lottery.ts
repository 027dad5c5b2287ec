import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { assertPromisable } from '#rules/participation/lottery-promise.js';
import { seedCommitment } from '#rules/tally/lottery.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../../record/audit-trail/audit-entry.repository.js';
import { RoundRepository } from '../../rounds/round.repository.js';
import { actingOnCounts } from '../result.policy.js';
import { LotteryRepository } from './lottery.repository.js';

const SECRET_BYTES = 32;

/**
 * Promises, before the voting opens, how lots will be drawn where equals cannot be told apart: the
 * hash of a secret is published at once, with the public value of a later day that completes it.
 * Neither the town, which knows the secret, nor anybody else can then choose the outcome.
 */
@Injectable()
export class PromiseLottery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param value names the public value, as «the official rate of … on …»
   * @throws DomainError rule-violated `result.lottery_invalid`; conflict `result.lottery_promised_already`
   */
  async run(officer: SignedIn, roundId: string, value: OfficialText): Promise<void> {
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    const commitment = seedCommitment(secret);
    await this.unitOfWork.run(async (tx) => {
      const round = await tx.of(RoundRepository).getForChange(roundId);
      const actor = actingOnCounts(officer, round.territoryPath);
      const [now, votingFrom] = [round.now.getTime(), round.calendar.votingFrom.getTime()];
      assertPromisable({ ties: round.rule.ties, now, votingFrom }, value);
      await tx.of(LotteryRepository).promise({
        roundId,
        commitment,
        secret,
        valueKk: value.kk,
        valueRu: value.ru,
        promisedBy: actor.personId,
        promisedAt: round.now,
      });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'result.lottery_promised',
        objectKind: 'round',
        objectId: roundId,
        territory: round.territory,
        after: { commitment, value },
      });
    });
  }
}
