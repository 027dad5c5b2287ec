import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { OpeningKeyRecord } from './opening-key.record.js';
import { SealedOpeningRecord } from './sealed-opening.record.js';

/** Auditors' keys and what was sealed for them; nothing of it is ever changed. */
export class SealedOpeningRepository extends TransactionalRepository {
  static override readonly violations = {
    pk_opening_keys: () => new DomainError('conflict', 'ledger.key_registered_already'),
  };

  async addKey(key: Omit<OpeningKeyRecord, 'registeredAt'>): Promise<void> {
    await this.manager.getRepository(OpeningKeyRecord).insert(key);
  }

  /** Where a sealed file stands already it stays as it is. */
  async add(sealed: Omit<SealedOpeningRecord, 'sealedAt'>): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(SealedOpeningRecord)
      .values(sealed)
      .orIgnore()
      .execute();
  }
}
