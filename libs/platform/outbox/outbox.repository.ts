import { TransactionalRepository } from '../persistence/transactional-repository.js';
import type { OutboxMessage } from './outbox-message.js';

/** Writes what must follow an act into the same transaction. */
export class OutboxRepository extends TransactionalRepository {
  async add(message: OutboxMessage): Promise<void> {
    await this.manager.query(`insert into outbox_messages (topic, payload) values ($1, $2)`, [
      message.topic,
      JSON.stringify(message.payload),
    ]);
  }
}
