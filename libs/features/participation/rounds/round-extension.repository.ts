import { validate as isUuid } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { RoundExtensionRecord } from './round-extension.record.js';

/** Extensions inside a transaction; the round is locked before them. */
export class RoundExtensionRepository extends TransactionalRepository {
  static override readonly violations = {
    ck_round_extensions_two_people: () => new DomainError('rule-violated', 'extension.same_person'),
  };

  async add(extension: RoundExtensionRecord): Promise<void> {
    await this.manager.getRepository(RoundExtensionRecord).insert(extension);
  }

  /** @throws DomainError not-found `extension.not_found` */
  async get(id: string): Promise<RoundExtensionRecord> {
    const found = isUuid(id)
      ? await this.manager.getRepository(RoundExtensionRecord).findOneBy({ id })
      : null;
    if (!found) throw new DomainError('not-found', 'extension.not_found', { extension: id });
    return found;
  }

  async recordConfirmation(id: string, confirmedBy: string, confirmedAt: Date): Promise<void> {
    await this.manager.getRepository(RoundExtensionRecord).update(id, { confirmedBy, confirmedAt });
  }
}
