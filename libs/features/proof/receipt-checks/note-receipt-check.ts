import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ReceiptCheckRepository } from './receipt-check.repository.js';

/** Somebody looked a receipt up: it counts once, for the share of voters who checked. */
@Injectable()
export class NoteReceiptCheck {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(roundId: string, receiptDigest: string): Promise<void> {
    await this.unitOfWork.run((tx) => tx.of(ReceiptCheckRepository).add(roundId, receiptDigest));
  }
}
