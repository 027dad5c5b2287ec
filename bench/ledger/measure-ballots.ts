import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { connect } from '#platform/persistence/connect.js';
import type { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import { makeTown, storeBallots } from '../ballots/bench-town.js';
import { Voters } from '../ballots/voters.js';
import { type Child, startChild } from '../load/child.js';
import { median } from '../median.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);

/** Ballots a second with the log kept every second, and on tables that know nothing of it. */
export interface BallotRates {
  readonly withLedger: number;
  readonly without: number;
  /** Median of the ratios of the turns. */
  readonly ratio: number;
}

interface Town {
  readonly url: string;
  readonly pool: Pool;
  readonly portal: Child;
  readonly voters: Voters;
}

/** In turns, since the machine's speed drifts. */
export async function measureBallots(server: EmbeddedPostgres): Promise<BallotRates> {
  const [kept, bare] = [await openTown(server, 'kept'), await openTown(server, 'bare')];
  await bare.pool.query('alter table ballots drop column recorded_in cascade');
  for (const town of [kept, bare]) await town.voters.cast(town.portal, 1);
  const turns: { with: number; without: number }[] = [];
  try {
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const without = await rate(bare);
      const sequencer = await startSequencer(kept, server.dataFolder);
      turns.push({ with: await rate(kept), without });
      await sequencer.stop();
    }
  } finally {
    for (const { portal, pool } of [kept, bare]) {
      await portal.stop();
      await pool.end();
    }
  }
  return {
    withLedger: median(turns.map((turn) => turn.with)),
    without: median(turns.map((turn) => turn.without)),
    ratio: median(turns.map((turn) => turn.with / turn.without)),
  };
}

async function openTown(server: EmbeddedPostgres, name: string): Promise<Town> {
  const url = await server.createDatabase(`qatysu_${name}`);
  const dataSource = await connect(url);
  await migrate(dataSource);
  await dataSource.destroy();
  const pool = new Pool({ connectionString: url, max: 2 });
  await makeTown(pool);
  await storeBallots(pool, 10_000);
  const folder = join(server.dataFolder, name);
  const env = { DATABASE_URL: url, QATYSU_DATA: folder, LOG_LEVEL: 'fatal' };
  const portal = await startChild(pathOf('../../apps/cli/main.js'), ['serve', '--no-worker'], env);
  return { url, pool, portal, voters: new Voters(pool) };
}

async function rate({ portal, voters }: Town): Promise<number> {
  const { byStatus, seconds } = await voters.cast(portal, SECONDS);
  return (byStatus['201'] ?? 0) / seconds;
}

function startSequencer({ url }: Town, folder: string): Promise<Child> {
  const env = { BENCH_DATABASE: url, BENCH_FOLDER: join(folder, 'sequencer') };
  return startChild(pathOf('./sequencer.js'), [], env);
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
