import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transaction } from '../persistence/unit-of-work.js';
import type { OutboxMessage } from './outbox-message.js';

/**
 * Reacts to one topic inside the transaction that also marks the message delivered: an effect in
 * the database happens exactly once. Effects outside (mail) must bear a repeat.
 */
export type OutboxHandler = (message: OutboxMessage, transaction: Transaction) => Promise<void>;

const MAX_ATTEMPTS = 8;
const FIRST_WAIT_SECONDS = 2;

interface DueMessage extends OutboxMessage {
  readonly id: string;
  readonly attempts: number;
}

/** Delivers messages after commit, in order of their writing, with retries and dead letters. */
@Injectable()
export class OutboxDelivery {
  private readonly logger = new Logger('outbox');
  private readonly handlers = new Map<string, OutboxHandler[]>();

  constructor(private readonly dataSource: DataSource) {}

  register(topic: string, handler: OutboxHandler): void {
    this.handlers.set(topic, [...(this.handlers.get(topic) ?? []), handler]);
  }

  /** Delivers everything due; returns how many messages were handled. */
  async deliverDue(): Promise<number> {
    for (let count = 0; ; count += 1) if (!(await this.deliverNext())) return count;
  }

  private async deliverNext(): Promise<boolean> {
    let taken: DueMessage | undefined;
    try {
      return await this.dataSource.transaction(async (manager) => {
        taken = await this.take(manager);
        if (!taken) return false;
        const transaction = new Transaction(manager);
        for (const handle of this.handlers.get(taken.topic) ?? []) await handle(taken, transaction);
        await manager.query(
          `update outbox_messages set delivered_at = clock_timestamp(), attempts = attempts + 1 where id = $1`,
          [taken.id],
        );
        return true;
      });
    } catch (error) {
      if (!taken) throw error;
      await this.putOff(taken, error);
      return true;
    }
  }

  private async take(manager: EntityManager): Promise<DueMessage | undefined> {
    const rows: DueMessage[] = await manager.query(
      `select id, topic, payload, attempts from outbox_messages
       where delivered_at is null and dead_at is null and next_attempt_at <= clock_timestamp()
       order by id limit 1 for update skip locked`,
    );
    return rows[0];
  }

  private async putOff(message: DueMessage, error: unknown): Promise<void> {
    const attempts = message.attempts + 1;
    const dead = attempts >= MAX_ATTEMPTS;
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn({ topic: message.topic, id: message.id, attempts, dead }, reason);
    await this.dataSource.query(
      `update outbox_messages set attempts = $2, last_error = $3,
         next_attempt_at = clock_timestamp() + make_interval(secs => $4),
         dead_at = case when $5 then clock_timestamp() end
       where id = $1`,
      [message.id, attempts, reason, FIRST_WAIT_SECONDS * 2 ** attempts, dead],
    );
  }
}
