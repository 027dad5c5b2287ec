import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import { makeTown } from '../ballots/bench-town.js';
import { PGBENCH_BALLOT } from '../ballots/pgbench-ballot.js';
import { CONNECTIONS, Voters } from '../ballots/voters.js';
import type { BenchResult, BenchWish } from '../bench-result.js';
import { startChild, type Child } from '../load/child.js';
import { pgbenchAtRate, type PgbenchArrivals, pgbenchPerSecond } from '../load/pgbench.js';
import { rounded } from '../median.js';
import { type CrowdedLines, idleLines, slowLines } from './crowded-lines.js';
import {
  BALLOTS_PER_SECOND,
  isOverwhelmed,
  openVoting,
  type Opening,
  VIEWS_PER_SECOND,
} from './opening.js';

const SECONDS = 20;
const STEP_SECONDS = 5;
const STEP = 1.5;
/** Beyond it the sender of the load, on the same cores, would be what is measured. */
const MOST_TIMES = 26;
const IDLE = 10_000;
const SLOW = 1_000;

/**
 * The opening minute of a city of two million as an open model; the same minute beside idle lines and
 * beside slowloris; then more and more people until the first error or a p99 over a second; last the
 * same ballots as bare rows of pgbench, in the same minute and as many as it can.
 */
export async function run({ seconds = SECONDS }: BenchWish): Promise<BenchResult> {
  const server = await EmbeddedPostgres.startScratch(['shared_buffers=512MB', 'max_wal_size=4GB']);
  const url = await server.createDatabase('qatysu_bench_opening');
  const pool = new Pool({ connectionString: url, max: 2 });
  try {
    const dataSource = await connect(url);
    await migrate(dataSource);
    await dataSource.query('create table pgbench_ballots (like ballots including all)');
    await dataSource.destroy();
    await makeTown(pool);
    const env = { DATABASE_URL: url, QATYSU_DATA: join(server.dataFolder, 'portal') };
    const main = fileURLToPath(new URL('../../apps/cli/main.js', import.meta.url));
    const portal = await startChild(main, ['serve'], { ...env, LOG_LEVEL: 'fatal' });
    const measured = measure(portal, new Voters(pool), seconds).finally(() => portal.stop());
    return resultOf(seconds, await measured, bareRows(url, seconds));
  } finally {
    await pool.end();
    await server.remove();
  }
}

interface Measured {
  readonly opening: Opening;
  readonly idle: Beside;
  readonly slow: Beside;
  readonly knee: Knee;
}

async function measure({ port }: Child, voters: Voters, seconds: number): Promise<Measured> {
  await openVoting({ port, voters, seconds: 3 });
  const opening = await openVoting({ port, voters, seconds });
  const beside = (lines: Promise<CrowdedLines>): Promise<Beside> => openBeside(port, voters, lines);
  const idle = await beside(idleLines(port, IDLE));
  const slow = await beside(slowLines(port, SLOW));
  return { opening, idle, slow, knee: await climb(port, voters) };
}

interface BareRows {
  readonly arrivals: PgbenchArrivals;
  readonly mostPerSecond: number;
}

/** What PostgreSQL alone makes of the same ballots: no portal, no pages, no ledger. */
function bareRows(databaseUrl: string, seconds: number): BareRows {
  const plan = { databaseUrl, connections: CONNECTIONS, statement: PGBENCH_BALLOT };
  return {
    arrivals: pgbenchAtRate({ ...plan, seconds: Math.min(seconds, SECONDS) }, BALLOTS_PER_SECOND),
    mostPerSecond: Math.round(pgbenchPerSecond({ ...plan, seconds: STEP_SECONDS })),
  };
}

function resultOf(seconds: number, measured: Measured, pgbench: BareRows): BenchResult {
  const { opening, idle, slow, knee } = measured;
  return {
    figures: { seconds, ...measured, pgbench },
    ratios: {
      ballotsP99IdleToAlone: rounded(idle.ballots.p99Ms / opening.ballots.p99Ms),
      ballotsP99SlowToAlone: rounded(slow.ballots.p99Ms / opening.ballots.p99Ms),
      ballotsP99ToPgbench: rounded(opening.ballots.p99Ms / pgbench.arrivals.p99Ms),
      kneeToOpening: rounded(knee.times),
      kneeBallotsToPgbench: rounded(knee.ballotsPerSecond / pgbench.mostPerSecond),
    },
  };
}

interface Beside extends Opening {
  readonly lines: number;
  readonly stillOpen: number;
}

async function openBeside(
  port: number,
  voters: Voters,
  opened: Promise<CrowdedLines>,
): Promise<Beside> {
  const lines = await opened;
  try {
    const opening = await openVoting({ port, voters, seconds: STEP_SECONDS });
    return { ...opening, lines: lines.opened, stillOpen: lines.stillOpen() };
  } finally {
    lines.close();
  }
}

interface Knee {
  /** The last load that was borne, as a multiple of the opening minute. */
  readonly times: number;
  readonly ballotsPerSecond: number;
  readonly viewsPerSecond: number;
  /** What came of the first load that was not borne; null where all were. */
  readonly overwhelmed: Opening | null;
}

async function climb(port: number, voters: Voters): Promise<Knee> {
  let borne = 0;
  for (let times = STEP; times <= MOST_TIMES; times *= STEP) {
    const opening = await openVoting({ port, voters, seconds: STEP_SECONDS, times });
    if (isOverwhelmed(opening)) return kneeAt(borne, opening);
    borne = times;
  }
  return kneeAt(borne, null);
}

function kneeAt(times: number, overwhelmed: Opening | null): Knee {
  const of = (perSecond: number): number => Math.round(perSecond * times);
  const rates = { ballotsPerSecond: of(BALLOTS_PER_SECOND), viewsPerSecond: of(VIEWS_PER_SECOND) };
  return { times: rounded(times), ...rates, overwhelmed };
}
