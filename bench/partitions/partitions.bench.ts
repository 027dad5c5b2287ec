import { Pool } from 'pg';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import type { BenchResult, BenchWish } from '../bench-result.js';
import { pgbenchPerSecond } from '../load/pgbench.js';
import { median, rounded } from '../median.js';
import { A_RECEIPT, ACTIVE_ROUND, fill, FORMS, type Form } from './old-rows.js';

const SIZES = (process.env['BENCH_ROWS'] ?? '1000000,10000000').split(',').map(Number);
const CONNECTIONS = 16;
const TURNS = 3;
const SECONDS = 4;

/**
 * What do ballots of years ago cost the round of today? One active round takes ballots, everything
 * else in the table is old: new ballots a second, what each one writes into the log of the database
 * (which does not depend on what else the machine does), and receipts looked up a second.
 */
export async function run({ seconds = SECONDS }: BenchWish): Promise<BenchResult> {
  const server = await EmbeddedPostgres.startScratch(['shared_buffers=1GB', 'max_wal_size=8GB']);
  const url = await server.createDatabase('qatysu_bench_partitions');
  const pool = new Pool({ connectionString: url, max: 1 });
  // The server may go before its last connection has said goodbye.
  pool.on('error', () => undefined);
  try {
    const dataSource = await connect(url);
    await migrate(dataSource);
    await dataSource.destroy();
    const figures: Record<string, unknown> = {};
    const ratios: Record<string, number> = {};
    for (const rows of SIZES) {
      for (const form of FORMS) await fill(pool, form, rows);
      const measured = await measure({ pool, url, seconds });
      figures[`rows${rows}`] = measured;
      for (const form of ['byRound', 'byPeriod'] as const)
        Object.assign(ratios, ratiosOf(form, rows, measured));
    }
    return { figures, ratios };
  } finally {
    await pool.end();
    await server.remove();
  }
}

interface Rates {
  readonly inserts: number;
  readonly walBytesAnInsert: number;
  readonly receipts: number;
}

interface Bench {
  readonly pool: Pool;
  readonly url: string;
  readonly seconds: number;
}

async function measure(bench: Bench): Promise<Record<Form, Rates>> {
  const turns: Record<Form, Rates>[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const rates = {} as Record<Form, Rates>;
    for (const form of FORMS) rates[form] = await rateOf(bench, form);
    turns.push(rates);
  }
  const middle = (form: Form, rate: keyof Rates) =>
    Math.round(median(turns.map((turn) => turn[form][rate])));
  const of = (form: Form): Rates => ({
    inserts: middle(form, 'inserts'),
    walBytesAnInsert: middle(form, 'walBytesAnInsert'),
    receipts: middle(form, 'receipts'),
  });
  return { flat: of('flat'), byRound: of('byRound'), byPeriod: of('byPeriod') };
}

/** After a checkpoint, as every few minutes: the first change of a page writes the whole of it. */
async function rateOf({ pool, url, seconds }: Bench, form: Form): Promise<Rates> {
  const rate = (statement: string) =>
    pgbenchPerSecond({ databaseUrl: url, connections: CONNECTIONS, seconds, statement });
  await pool.query('checkpoint');
  const before = await written(pool, form);
  const inserts = rate(insertInto(form));
  const after = await written(pool, form);
  const walBytesAnInsert = (after.bytes - before.bytes) / (after.rows - before.rows);
  return { inserts, walBytesAnInsert, receipts: rate(receiptIn(form)) };
}

async function written(pool: Pool, form: Form): Promise<{ bytes: number; rows: number }> {
  const { rows } = await pool.query<{ bytes: number; rows: number }>(
    `select (pg_current_wal_insert_lsn() - '0/0')::float8 as bytes,
            (select count(*)::float8 from ${form} where round_id = $1) as rows`,
    [ACTIVE_ROUND],
  );
  return rows[0]!;
}

function insertInto(form: Form): string {
  return `insert into ${form} (round_id, resident_id, projects, receipt, body_digest, commitment, nonce,
      cast_at, territory_kato)
    values ('${ACTIVE_ROUND}', gen_random_uuid(), '{1,2,3}', ${A_RECEIPT}, '\\x2d', '\\x2d', '\\x2d',
      clock_timestamp(), '990000000');\n`;
}

function receiptIn(form: Form): string {
  return `select round_id from ${form} where receipt = (select ${A_RECEIPT});\n`;
}

function ratiosOf(
  form: Exclude<Form, 'flat'>,
  rows: number,
  measured: Record<Form, Rates>,
): Record<string, number> {
  const ratio = (rate: keyof Rates) => rounded(measured[form][rate] / measured.flat[rate]);
  return {
    [`inserts.${form}ToFlatAt${rows}`]: ratio('inserts'),
    [`walBytesAnInsert.${form}ToFlatAt${rows}`]: ratio('walBytesAnInsert'),
    [`receipts.${form}ToFlatAt${rows}`]: ratio('receipts'),
  };
}
