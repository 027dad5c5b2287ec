import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { LotteryConfirmationRecord } from './lottery-confirmation.record.js';
import { LotteryDrawRecord } from './lottery-draw.record.js';
import { RoundLotteryRecord } from './round-lottery.record.js';

export type NewDraw = Omit<LotteryDrawRecord, 'enteredAt'>;
export type NewConfirmation = Omit<LotteryConfirmationRecord, 'confirmedAt'>;

/** Promises and draws; nothing of them is ever changed. */
export class LotteryRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_round_lotteries: () => new DomainError('conflict', 'result.lottery_promised_already'),
    pk_lottery_confirmations: () => new DomainError('conflict', 'result.draw_confirmed_already'),
    ck_lottery_confirmations_two_people: () =>
      new DomainError('forbidden', 'result.second_person_needed'),
  };

  async promise(lottery: RoundLotteryRecord): Promise<void> {
    await this.manager.getRepository(RoundLotteryRecord).insert(lottery);
  }

  async addDraw(draw: NewDraw): Promise<void> {
    await this.manager.getRepository(LotteryDrawRecord).insert(draw);
  }

  async confirm(confirmation: NewConfirmation): Promise<void> {
    await this.manager.getRepository(LotteryConfirmationRecord).insert(confirmation);
  }
}
