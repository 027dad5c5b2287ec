import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import { percentile } from '#test/support/http-load.js';
import { makeTown } from '../ballots/bench-town.js';
import type { BenchResult } from '../bench-result.js';
import { type Child, startChild } from '../load/child.js';
import { pgbenchPerSecond } from '../load/pgbench.js';
import { median, rounded } from '../median.js';
import { countsOf, makePetition, PGBENCH_SIGNATURE, storeSignatures } from './bench-petition.js';
import { measureViews, type ViewsTurn } from './measure-views.js';
import { acknowledged, CONNECTIONS, Signers } from './signers.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const STORED = { few: 1_000, many: 1_000_000 };
const SETTINGS = [
  'shared_buffers=512MB',
  'max_connections=200',
  'max_wal_size=8GB',
  'checkpoint_timeout=30min',
];

/**
 * Signatures on one petition acknowledged a second, in turns with pgbench inserting the same row;
 * the same with a million stored; and the petition's page while they arrive.
 */
export async function run(): Promise<BenchResult> {
  const server = await EmbeddedPostgres.startScratch(SETTINGS);
  try {
    const url = await server.createDatabase('qatysu_bench_signatures');
    const dataSource = await connect(url);
    await migrate(dataSource);
    await dataSource.destroy();
    return await measure(url, server.dataFolder);
  } finally {
    await server.remove();
  }
}

async function measure(url: string, folder: string): Promise<BenchResult> {
  const pool = new Pool({ connectionString: url, max: 2 });
  await makeTown(pool);
  await makePetition(pool);
  await storeSignatures(pool, STORED.few);
  const env = { DATABASE_URL: url, QATYSU_DATA: join(folder, 'portal'), LOG_LEVEL: 'fatal' };
  const portal = await startChild(pathOf('../../apps/cli/main.js'), ['serve', '--no-worker'], env);
  const field: Field = { portal, pool, url, signers: new Signers(pool) };
  try {
    await field.signers.sign(portal, 1);
    const turns = await takeTurns(field);
    const views = await measureViews({ ...field, seconds: SECONDS });
    const growth = await measureGrowth(field);
    return resultOf({ turns, views, growth, counts: await countsOf(pool) });
  } finally {
    await portal.stop();
    await pool.end();
  }
}

interface Field {
  readonly portal: Child;
  readonly pool: Pool;
  readonly url: string;
  readonly signers: Signers;
}

interface Turn {
  readonly portal: number;
  readonly pgbench: number;
  readonly p50: number;
  readonly p99: number;
}

async function takeTurns({ portal, signers, url }: Field): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const signed = await signers.sign(portal, SECONDS);
    const plan = { databaseUrl: url, connections: CONNECTIONS, seconds: SECONDS };
    turns.push({
      portal: acknowledged(signed) / signed.seconds,
      pgbench: pgbenchPerSecond({ ...plan, statement: PGBENCH_SIGNATURE }),
      p50: percentile(signed, 0.5),
      p99: percentile(signed, 0.99),
    });
  }
  return turns;
}

async function measureGrowth(field: Field): Promise<{ few: number; many: number }> {
  const few = await rate(field);
  await storeSignatures(field.pool, STORED.many);
  await field.pool.query('checkpoint');
  return { few, many: await rate(field) };
}

async function rate({ portal, signers }: Field): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const signed = await signers.sign(portal, SECONDS);
    rates.push(acknowledged(signed) / signed.seconds);
  }
  return median(rates);
}

interface Measured {
  readonly turns: readonly Turn[];
  readonly views: ViewsTurn;
  readonly growth: { readonly few: number; readonly many: number };
  readonly counts: { readonly shown: number; readonly rows: number };
}

function resultOf({ turns, views, growth, counts }: Measured): BenchResult {
  if (counts.shown !== counts.rows) throw new Error(`Counts differ: ${JSON.stringify(counts)}`);
  const of = (pick: (turn: Turn) => number): number => median(turns.map(pick));
  const figures = {
    connections: CONNECTIONS,
    rounds: turns.length,
    secondsEach: SECONDS,
    portalPerSecond: Math.round(of((turn) => turn.portal)),
    pgbenchPerSecond: Math.round(of((turn) => turn.pgbench)),
    p50Ms: rounded(of((turn) => turn.p50)),
    p99Ms: rounded(of((turn) => turn.p99)),
    viewsPerSecondMeanwhile: Math.round(views.viewsPerSecond),
    signaturesPerSecondMeanwhile: Math.round(views.signaturesMeanwhile),
    pageFreshAfterMs: Math.round(views.freshAfterMs),
    transactionsAThousandViews: rounded(views.transactionsAThousandViews),
    perSecondAt1000: Math.round(growth.few),
    perSecondAt1000000: Math.round(growth.many),
    shown: counts.shown,
  };
  const ratios = {
    portalToPgbench: rounded(of((turn) => turn.portal / turn.pgbench)),
    growth: rounded(growth.many / growth.few),
  };
  return { figures, ratios };
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
