import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeadLetterRow } from './dead-letter-row.js';

/** Questions about what failed for good. */
@Injectable()
export class DeadLetterReader {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first. */
  async list(limit: number): Promise<DeadLetterRow[]> {
    return this.dataSource.query(LIST, [limit]);
  }
}

const LIST = `
  select 'message:' || id as id, way || ' ' || kind as what, attempts, last_failure as failure,
    dead_at as "diedAt"
  from outgoing_messages where dead_at is not null
  union all
  select 'outbox:' || id, topic, attempts, null, dead_at
  from outbox_messages where dead_at is not null
  order by "diedAt", id limit $1`;
