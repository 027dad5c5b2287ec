import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

/** What failed for good is tried anew. */
export class DeadLetterRepository extends TransactionalRepository {
  /**
   * @param ids as the list has them; null: all
   * @returns how many are on their way again
   */
  async requeue(ids: readonly string[] | null): Promise<number> {
    const [, messages] = (await this.manager.query(MESSAGES, [ids])) as [unknown, number];
    const [, outbox] = (await this.manager.query(OUTBOX, [ids])) as [unknown, number];
    return messages + outbox;
  }
}

const AGAIN = `set dead_at = null, attempts = 0, next_attempt_at = clock_timestamp()`;

const MESSAGES = `
  update outgoing_messages ${AGAIN}, created_at = clock_timestamp()
  where dead_at is not null and ($1::text[] is null or 'message:' || id = any($1))`;

const OUTBOX = `
  update outbox_messages ${AGAIN}
  where dead_at is not null and ($1::text[] is null or 'outbox:' || id = any($1))`;
