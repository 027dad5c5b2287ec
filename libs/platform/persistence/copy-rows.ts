import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { BinaryRows, type Copied, type CopiedType } from './binary-rows.js';

/** A table with those of its columns that are filled, in the sequence of the values. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, CopiedType>>;
}

/** Rows that are sent at once. */
const CHUNK = 500;

/** Adds many rows to a table, within the transaction: the fastest way that PostgreSQL has. */
export async function copyRows<Row>(
  manager: EntityManager,
  { name, columns }: CopiedTable,
  rows: readonly Row[],
  valuesOf: (row: Row, place: number) => readonly Copied[],
): Promise<void> {
  if (rows.length === 0) return;
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  const into = `${name} (${Object.keys(columns).join(', ')})`;
  const written = new BinaryRows(Object.values(columns));
  await pipeline(
    Readable.from(chunks(rows, written, valuesOf)),
    client.query(copyFrom(`copy ${into} from stdin (format binary)`)),
  );
}

function* chunks<Row>(
  rows: readonly Row[],
  written: BinaryRows,
  valuesOf: (row: Row, place: number) => readonly Copied[],
): Generator<Buffer> {
  for (const [place, row] of rows.entries()) {
    written.add(valuesOf(row, place));
    if (place % CHUNK === CHUNK - 1) yield written.take();
  }
  written.end();
  yield written.take();
}
