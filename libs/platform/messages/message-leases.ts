import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MessageWay } from './message-way.js';
import type { LeasedMessage } from './outgoing-message.js';

/** Longer than any attempt may take; whoever dies with a lease delays its message by this. */
const LEASE_SECONDS = 60;
const MOST_ATTEMPTS = 8;
const LONGEST_DAYS = 3;
const KEPT_DAYS = 30;
/** 4 s, 16 s, about a minute … 4.5 hours: six hours in all. */
const WAIT_FACTOR = 4;

export interface FailedAttempt {
  readonly failure: string;
  /** Does it speak against the message itself? */
  readonly counts: boolean;
}

/**
 * Who sends which message: taken in one statement, let go of in another, and nothing of the database
 * held in between. A message sent twice, since its sender died before the second statement, has the
 * same id both times.
 */
@Injectable()
export class MessageLeases {
  constructor(private readonly dataSource: DataSource) {}

  /** The most urgent message that is due, for this caller alone; null where there is none. */
  async take(way: MessageWay): Promise<LeasedMessage | null> {
    const [rows] = (await this.dataSource.query(TAKE, [way, randomUUID(), LEASE_SECONDS])) as [
      LeasedMessage[],
      number,
    ];
    return rows[0] ?? null;
  }

  async markSent({ id, lease }: LeasedMessage): Promise<void> {
    await this.end('sent_at', id, lease);
  }

  /** Nobody wants it any more. */
  async drop({ id, lease }: LeasedMessage): Promise<void> {
    await this.end('dropped_at', id, lease);
  }

  /** @returns is it a dead letter now? */
  async putOff(message: LeasedMessage, { failure, counts }: FailedAttempt): Promise<boolean> {
    const attempts = message.attempts + (counts ? 1 : 0);
    const [rows] = (await this.dataSource.query(PUT_OFF, [
      message.id,
      message.lease,
      attempts,
      failure,
      WAIT_FACTOR ** Math.max(1, attempts),
      attempts >= MOST_ATTEMPTS,
      LONGEST_DAYS,
    ])) as [{ dead: boolean }[], number];
    return rows[0]?.dead ?? false;
  }

  /** @returns how many that are over were deleted */
  async forgetOld(): Promise<number> {
    const [, count] = (await this.dataSource.query(
      `delete from outgoing_messages where (sent_at is not null or dropped_at is not null)
         and coalesce(sent_at, dropped_at) < clock_timestamp() - make_interval(days => $1)`,
      [KEPT_DAYS],
    )) as [unknown, number];
    return count;
  }

  private async end(column: 'sent_at' | 'dropped_at', id: string, lease: string): Promise<void> {
    await this.dataSource.query(
      `update outgoing_messages set ${column} = clock_timestamp(), attempts = attempts + 1,
         lease = null, leased_until = null, last_failure = null
       where id = $1 and lease = $2`,
      [id, lease],
    );
  }
}

const TAKE = `
  update outgoing_messages set lease = $2,
    leased_until = clock_timestamp() + make_interval(secs => $3)
  where id = (
    select id from outgoing_messages
    where way = $1 and sent_at is null and dropped_at is null and dead_at is null
      and next_attempt_at <= clock_timestamp()
      and (leased_until is null or leased_until < clock_timestamp())
    order by urgent desc, next_attempt_at limit 1 for update skip locked)
  returning id, way, kind, resident_id as "residentId", payload, attempts, lease`;

const PUT_OFF = `
  update outgoing_messages set attempts = $3, last_failure = $4, lease = null, leased_until = null,
    next_attempt_at = clock_timestamp() + make_interval(secs => $5),
    dead_at = case when $6 or created_at < clock_timestamp() - make_interval(days => $7)
                then clock_timestamp() end
  where id = $1 and lease = $2
  returning dead_at is not null as dead`;
