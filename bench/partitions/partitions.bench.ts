import { Pool } from 'pg';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import type { BenchResult, BenchWish } from '../bench-result.js';
import { pgbenchPerSecond } from '../load/pgbench.js';
import { median, rounded } from '../median.js';

const SIZES = (process.env['BENCH_ROWS'] ?? '1000000,10000000').split(',').map(Number);
const PARTITIONS = 16;
const CONNECTIONS = 16;
const TURNS = 3;
const SECONDS = 4;

/** As the table of ballots is, and cut by round: then a receipt is unique only within its round. */
const FORMS = ['flat', 'byRound'] as const;

type Form = (typeof FORMS)[number];

/**
 * Does cutting the ballots by round help? New ballots of one round a second, and receipts looked up a
 * second, at every size of what is stored, flat and in partitions, in turns.
 */
export async function run({ seconds = SECONDS }: BenchWish): Promise<BenchResult> {
  const server = await EmbeddedPostgres.startScratch(['shared_buffers=1GB', 'max_wal_size=8GB']);
  const url = await server.createDatabase('qatysu_bench_partitions');
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    const dataSource = await connect(url);
    await migrate(dataSource);
    await dataSource.destroy();
    const figures: Record<string, unknown> = {};
    const ratios: Record<string, number> = {};
    for (const rows of SIZES) {
      for (const form of FORMS) await fill(pool, form, rows);
      const { flat, byRound } = measure(url, seconds);
      figures[`rows${rows}`] = { flat, byRound };
      ratios[`insertsByRoundToFlatAt${rows}`] = rounded(byRound.inserts / flat.inserts);
      ratios[`receiptsByRoundToFlatAt${rows}`] = rounded(byRound.receipts / flat.receipts);
    }
    return { figures, ratios };
  } finally {
    await pool.end();
    await server.remove();
  }
}

/** Old rounds that fill the table; the indexes come last, as after a restore. */
async function fill(pool: Pool, form: Form, rows: number): Promise<void> {
  await pool.query(`drop table if exists ${form}`);
  const cut = form === 'flat' ? '' : 'partition by hash (round_id)';
  await pool.query(`create table ${form} (like ballots including defaults) ${cut}`);
  for (let part = 0; part < PARTITIONS && form !== 'flat'; part += 1)
    await pool.query(
      `create table ${form}_${part} partition of ${form} for values with (modulus ${PARTITIONS}, remainder ${part})`,
    );
  await pool.query(
    `insert into ${form} select md5((n % 64)::text)::uuid, gen_random_uuid(), '{1,2,3}', null,
       'S-' || n, null, sha256('x'), sha256('y'), sha256('z'), now(), '990000000', 0
     from generate_series(1, ${rows}) n`,
  );
  await pool.query(`alter table ${form} add primary key (round_id, resident_id)`);
  const unique = form === 'flat' ? '(receipt)' : '(receipt, round_id)';
  await pool.query(`alter table ${form} add unique ${unique}`);
  await pool.query(`vacuum analyze ${form}`);
  await pool.query('checkpoint');
}

interface Rates {
  readonly inserts: number;
  readonly receipts: number;
}

function measure(url: string, seconds: number): Record<Form, Rates> {
  const turns = Array.from({ length: TURNS }, () =>
    FORMS.map((form) => ({
      inserts: rateOf(url, seconds, insertInto(form)),
      receipts: rateOf(url, seconds, receiptIn(form)),
    })),
  );
  const of = (form: number, rate: keyof Rates): number =>
    Math.round(median(turns.map((turn) => turn[form]![rate])));
  const ratesOf = (form: number): Rates => ({
    inserts: of(form, 'inserts'),
    receipts: of(form, 'receipts'),
  });
  return { flat: ratesOf(0), byRound: ratesOf(1) };
}

function rateOf(databaseUrl: string, seconds: number, statement: string): number {
  return pgbenchPerSecond({ databaseUrl, connections: CONNECTIONS, seconds, statement });
}

function insertInto(form: Form): string {
  return `insert into ${form} values ('0196f000-0000-7000-8000-000000000001', gen_random_uuid(), '{1,2,3}', null,
    gen_random_uuid()::text, null, '\\x2d', '\\x2d', '\\x2d', clock_timestamp(), '990000000', 0);\n`;
}

function receiptIn(form: Form): string {
  return `\\set n random(1, 1000000)\nselect round_id from ${form} where receipt = 'S-' || :n;\n`;
}
