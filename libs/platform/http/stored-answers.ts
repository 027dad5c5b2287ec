import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { openable } from '../identity/openable.sql.js';
import { PersonalKeys, type WrappedKey } from '../identity/personal-keys.js';
import type { IdempotencyClaim } from '../persistence/idempotency-claim.js';

/** What was answered to a key; without a status the answer was lost. */
export interface StoredAnswer {
  readonly bodyDigest: Buffer;
  readonly status: number | null;
  readonly answer: unknown;
}

type StoredRow = StoredAnswer & { readonly sealed: string | null };

/** Answers kept for repeats. They repeat what a person sent, so they lie under the person's key. */
@Injectable()
export class StoredAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PersonalKeys,
  ) {}

  async find({ owner, key }: IdempotencyClaim): Promise<StoredAnswer | undefined> {
    const rows: StoredRow[] = await this.dataSource.query(FIND, [owner, key]);
    if (!rows[0]) return undefined;
    const { sealed, ...stored } = rows[0];
    const opened = this.keys.read(sealed, 'answer');
    return opened === null ? stored : { ...stored, answer: JSON.parse(opened) as unknown };
  }

  async store(
    { owner, key }: IdempotencyClaim,
    { status, answer }: Pick<StoredAnswer, 'status' | 'answer'>,
  ): Promise<void> {
    const text = JSON.stringify(answer);
    const rows: WrappedKey[] = await this.dataSource.query(KEY, [owner]);
    const sealed = rows[0] ? this.keys.unwrap(rows[0]).seal(text, 'answer') : null;
    await this.dataSource.query(
      `update idempotency_keys set status = $3, answer = $4, sealed_answer = $5
       where owner = $1 and key = $2`,
      [owner, key, status, sealed === null ? text : null, sealed],
    );
  }
}

const KEY = `
  select id, wrapped, wrapped_by as "wrappedBy" from person_keys where resident_id = nullif($1, 'anyone')::uuid`;

const FIND = `
  select i.body_digest as "bodyDigest", i.status, i.answer,
    ${openable('k.resident_id', 'i.sealed_answer')} as sealed
  from idempotency_keys i left join person_keys k on k.resident_id = nullif(i.owner, 'anyone')::uuid
  where i.owner = $1 and i.key = $2`;
