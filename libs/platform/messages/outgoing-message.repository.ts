import { TransactionalRepository } from '../persistence/transactional-repository.js';
import type { MessageWay } from './message-way.js';

/** One message to one person. */
export interface NewMessage {
  readonly way: MessageWay;
  readonly kind: string;
  readonly residentId: string;
  /** Names the event: the same one is told once. */
  readonly about: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Goes before everything that can wait. */
  readonly urgent: boolean;
}

/** Puts messages on their way inside the transaction of what they tell of. */
export class OutgoingMessageRepository extends TransactionalRepository {
  async add(message: NewMessage): Promise<void> {
    const { way, kind, residentId, about, payload, urgent } = message;
    await this.manager.query(
      `insert into outgoing_messages (way, kind, resident_id, about, payload, urgent)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [way, kind, residentId, about, JSON.stringify(payload), urgent],
    );
  }
}
