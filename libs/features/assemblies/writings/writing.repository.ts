import type { ItemField } from '#rules/assemblies/item-writing.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { readWritings } from './writing.reader.js';
import type { ItemWritingRow } from './writing-row.js';
import type { WritingValue } from './writing-value.js';

/** What stands in a field. */
export interface StandingWriting {
  readonly version: number;
  readonly value: WritingValue;
}

export type StoredOutcome = 'applied' | 'conflicting' | 'refused';

/** A writing with what became of it. */
export interface NewWriting {
  readonly op: string;
  readonly itemId: string;
  readonly field: ItemField;
  readonly base: number;
  readonly value: WritingValue;
  readonly writerId: string;
  readonly writtenAt: Date;
  readonly receivedAt: Date;
  readonly outcome: StoredOutcome;
  readonly faults: unknown;
}

/** What a writing came to earlier. */
export interface KnownWriting {
  readonly outcome: StoredOutcome;
  readonly faults: unknown;
}

/** Writings to agenda items; under the lock of the item. */
export class WritingRepository extends TransactionalRepository {
  async find(op: string): Promise<KnownWriting | null> {
    const rows: KnownWriting[] = await this.manager.query(
      `select outcome, faults from item_writings where op_id = $1`,
      [op],
    );
    return rows[0] ?? null;
  }

  /** Version 0 where nothing was ever written. */
  async standing(itemId: string, field: ItemField): Promise<StandingWriting> {
    const rows: StandingWriting[] = await this.manager.query(
      `select version, value from item_fields where item_id = $1 and field = $2`,
      [itemId, field],
    );
    return rows[0] ?? { version: 0, value: null };
  }

  /** Fields in which something stands, the earliest first. */
  async listFields(itemId: string): Promise<ItemField[]> {
    const rows: { field: ItemField }[] = await this.manager.query(
      `select field from item_fields
       where item_id = $1 and value <> 'null'::jsonb order by first_at, field`,
      [itemId],
    );
    return rows.map(({ field }) => field);
  }

  async add(writing: NewWriting): Promise<void> {
    await this.manager.query(
      `insert into item_writings (op_id, item_id, field, base_version, value, writer_id, written_at,
         received_at, outcome, faults)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        writing.op,
        writing.itemId,
        writing.field,
        writing.base,
        JSON.stringify(writing.value),
        writing.writerId,
        writing.writtenAt,
        writing.receivedAt,
        writing.outcome,
        writing.faults === null ? null : JSON.stringify(writing.faults),
      ],
    );
  }

  /** Puts a value in the place of what stands. */
  async put(writing: NewWriting, version: number): Promise<void> {
    const { itemId, field, value, op, receivedAt } = writing;
    await this.manager.query(
      `insert into item_fields (item_id, field, version, value, op_id, first_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (item_id, field) do update set version = $3, value = $4, op_id = $5`,
      [itemId, field, version, JSON.stringify(value), op, receivedAt],
    );
  }

  /** Conflicting texts of a field that this writing settles. */
  async settle({ op, itemId, field }: NewWriting, settled: readonly string[]): Promise<void> {
    await this.manager.query(
      `update item_writings set settled_by = $1
       where item_id = $2 and field = $3 and op_id = any($4::uuid[]) and outcome = 'conflicting'`,
      [op, itemId, field, settled],
    );
  }

  async listOf(meetingId: string): Promise<ItemWritingRow[]> {
    return readWritings(this.manager, meetingId);
  }
}
