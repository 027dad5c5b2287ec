import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { LocalOverrideRecord } from './local-override.record.js';

/** Values of local acts; a row is never changed, a later act adds its own. */
export class LocalOverrideRepository extends TransactionalRepository {
  async add(override: Omit<LocalOverrideRecord, 'adoptedAt'>): Promise<void> {
    await this.manager.getRepository(LocalOverrideRecord).insert(override);
  }
}
