import { TransactionalRepository } from '../persistence/transactional-repository.js';
import type { PersonalKey } from './personal-key.js';
import type { PersonalKeys, WrappedKey } from './personal-keys.js';

/** Wrapped data keys of persons. */
export class PersonalKeyRepository extends TransactionalRepository {
  /**
   * The data key of a person who acts; an erasure waits until the transaction is over.
   *
   * @throws Error where the person has none: whoever was erased is not signed in
   */
  async get(personId: string, keys: PersonalKeys): Promise<PersonalKey> {
    const rows: WrappedKey[] = await this.manager.query(
      `select id, wrapped, wrapped_by as "wrappedBy" from person_keys where resident_id = $1 for share`,
      [personId],
    );
    if (!rows[0]) throw new Error('A person without a data key acts');
    return keys.unwrap(rows[0]);
  }
}
