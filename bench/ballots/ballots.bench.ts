import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import { startChild, type Child } from '../load/child.js';
import { load, percentile, type LoadResult } from '#test/support/http-load.js';
import { cpuSecondsOf } from '../load/process-figures.js';
import type { BenchResult } from '../bench-result.js';
import { median, rounded } from '../median.js';
import { makeTown, storeBallots } from './bench-town.js';
import { pgbenchPerSecond } from '../load/pgbench.js';
import { PGBENCH_BALLOT } from './pgbench-ballot.js';
import { BALLOT_BODY, CONNECTIONS, Voters } from './voters.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);
const MEMORY_BALLOTS = 100_000;
const STORED = { few: 10_000, many: 1_000_000 };
const SETTINGS = [
  'shared_buffers=512MB',
  'max_connections=200',
  'max_wal_size=8GB',
  'checkpoint_timeout=30min',
];

/**
 * Ballots of three choices acknowledged a second: (a) the whole portal path, (b) bare Fastify and
 * pg, (c) pgbench, taken in turns on one database with synchronous_commit=on; then growth and memory.
 */
export async function run(): Promise<BenchResult> {
  const server = await EmbeddedPostgres.startScratch(SETTINGS);
  try {
    const url = await server.createDatabase('qatysu_bench');
    await prepare(url);
    return await measure(url, server.dataFolder);
  } finally {
    await server.remove();
  }
}

async function prepare(url: string): Promise<void> {
  const dataSource = await connect(url);
  await migrate(dataSource);
  for (const name of ['bare_ballots', 'pgbench_ballots'])
    await dataSource.query(`create table ${name} (like ballots including all)`);
  await dataSource.destroy();
}

async function measure(url: string, folder: string): Promise<BenchResult> {
  const pool = new Pool({ connectionString: url, max: 2 });
  await makeTown(pool);
  const portal = await startPortal(url, folder);
  const bare = await startChild(pathOf('./bare-server.js'), [], { BENCH_DATABASE: url });
  const voters = new Voters(pool);
  try {
    await storeBallots(pool, STORED.few);
    await voters.cast(portal, 1);
    const turns = await takeTurns({ portal, bare, voters, url });
    const growth = await measureGrowth(portal, pool, voters);
    return resultOf(turns, growth, await voters.memoryAfter(portal, MEMORY_BALLOTS));
  } finally {
    await bare.stop();
    await portal.stop();
    await pool.end();
  }
}

function startPortal(url: string, folder: string): Promise<Child> {
  const env = { DATABASE_URL: url, QATYSU_DATA: join(folder, 'portal'), LOG_LEVEL: 'fatal' };
  return startChild(pathOf('../../apps/cli/main.js'), ['serve', '--no-worker'], env);
}

interface Field {
  readonly portal: Child;
  readonly bare: Child;
  readonly voters: Voters;
  readonly url: string;
}

interface Turn {
  readonly portal: number;
  readonly bare: number;
  readonly pgbench: number;
  readonly cpuMsPerBallot: number;
  readonly p50: number;
  readonly p99: number;
}

async function takeTurns({ portal, bare, voters, url }: Field): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cpuSecondsOf(portal.pid);
    const cast = await voters.cast(portal, SECONDS);
    const cpu = cpuSecondsOf(portal.pid) - before;
    const bareResult = await load({
      port: bare.port,
      connections: CONNECTIONS,
      forMs: SECONDS * 1000,
      next: () => BARE_REQUEST,
    });
    turns.push({
      portal: acknowledged(cast) / cast.seconds,
      bare: acknowledged(bareResult) / bareResult.seconds,
      pgbench: pgbenchPerSecond({
        databaseUrl: url,
        connections: CONNECTIONS,
        seconds: SECONDS,
        statement: PGBENCH_BALLOT,
      }),
      cpuMsPerBallot: (cpu * 1000) / acknowledged(cast),
      p50: percentile(cast, 0.5),
      p99: percentile(cast, 0.99),
    });
  }
  return turns;
}

/** Taken in turns again, few and many, because the machine's speed drifts. */
async function measureGrowth(
  portal: Child,
  pool: Pool,
  voters: Voters,
): Promise<{ few: number; many: number }> {
  const few = await rate(voters, portal);
  await storeBallots(pool, STORED.many);
  await pool.query('checkpoint');
  return { few, many: await rate(voters, portal) };
}

async function rate(voters: Voters, portal: Child): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const cast = await voters.cast(portal, SECONDS);
    rates.push(acknowledged(cast) / cast.seconds);
  }
  return median(rates);
}

const BARE_REQUEST = `PUT /ballot HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${BALLOT_BODY.length}\r\n\r\n${BALLOT_BODY}`;

function acknowledged({ byStatus }: LoadResult): number {
  const others = Object.entries(byStatus).filter(([status]) => status !== '201');
  if (others.length > 0)
    throw new Error(`Not every ballot was acknowledged: ${JSON.stringify(byStatus)}`);
  return byStatus['201'] ?? 0;
}

function resultOf(
  turns: readonly Turn[],
  growth: { few: number; many: number },
  residentMb: number,
): BenchResult {
  const of = (pick: (turn: Turn) => number): number => median(turns.map(pick));
  const figures = {
    connections: CONNECTIONS,
    rounds: turns.length,
    secondsEach: SECONDS,
    portalPerSecond: whole(of((turn) => turn.portal)),
    barePerSecond: whole(of((turn) => turn.bare)),
    pgbenchPerSecond: whole(of((turn) => turn.pgbench)),
    nodeCpuMsPerBallot: rounded(of((turn) => turn.cpuMsPerBallot)),
    p50Ms: rounded(of((turn) => turn.p50)),
    p99Ms: rounded(of((turn) => turn.p99)),
    perSecondAt10000: whole(growth.few),
    perSecondAt1000000: whole(growth.many),
    residentMbAfter100000: whole(residentMb),
  };
  const ratios = {
    portalToPgbench: rounded(of((turn) => turn.portal / turn.pgbench)),
    portalToBare: rounded(of((turn) => turn.portal / turn.bare)),
    growth: rounded(growth.many / growth.few),
  };
  return { figures, ratios };
}

const whole = Math.round;

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
