import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** A value of a column; null where there is none. */
export type Copied = string | number | Buffer | null;

/** Rows that are sent at once. */
const CHUNK = 1_000;

/**
 * Adds many rows to a table, within the transaction: the fastest way that PostgreSQL has.
 *
 * @param into table and columns, as SQL: `ledger_leaves (index, kind)`
 */
export async function copyRows<Row>(
  manager: EntityManager,
  into: string,
  rows: readonly Row[],
  valuesOf: (row: Row, place: number) => readonly Copied[],
): Promise<void> {
  if (rows.length === 0) return;
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  const lines = Readable.from(chunks(rows, valuesOf));
  await pipeline(lines, client.query(copyFrom(`copy ${into} from stdin`)));
}

function* chunks<Row>(
  rows: readonly Row[],
  valuesOf: (row: Row, place: number) => readonly Copied[],
): Generator<string> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    yield part.map((row, place) => lineOf(valuesOf(row, from + place))).join('');
  }
}

function lineOf(values: readonly Copied[]): string {
  return `${values.map(written).join('\t')}\n`;
}

/** PostgreSQL's text format: a backslash escapes. */
function written(value: Copied): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return `\\\\x${value.toString('hex')}`;
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, escaped) : value;
}

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(symbol: string): string {
  return ESCAPES[symbol] ?? '\\\\';
}
