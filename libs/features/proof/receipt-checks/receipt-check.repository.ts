import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** Remembers that a receipt was looked up: not when, and not by whom. */
export class ReceiptCheckRepository extends TransactionalRepository {
  async add(roundId: string, receiptDigest: string): Promise<void> {
    await this.manager.query(
      `insert into receipt_checks (round_id, receipt) values ($1, decode($2, 'hex'))
       on conflict do nothing`,
      [roundId, receiptDigest],
    );
  }
}
