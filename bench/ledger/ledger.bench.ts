import { join } from 'node:path';
import { Pool } from 'pg';
import { connect } from '#platform/persistence/connect.js';
import { EmbeddedPostgres } from '#platform/persistence/embedded/embedded-postgres.js';
import { migrate } from '#platform/persistence/migrate.js';
import { makeTown } from '../ballots/bench-town.js';
import type { BenchResult } from '../bench-result.js';
import { rounded } from '../median.js';
import { ledgerAtWork } from './ledger-at-work.js';
import { measureBallots } from './measure-ballots.js';
import { type LogFigures, measureLog } from './measure-log.js';

const SETTINGS = [
  'shared_buffers=512MB',
  'max_connections=200',
  'max_wal_size=8GB',
  'checkpoint_timeout=30min',
];

/**
 * What the log costs: leaves put in sequence a second, tiles read for a proof, a checkpoint over a
 * thousand and over a million entries, and ballots a second with and without it.
 */
export async function run(): Promise<BenchResult> {
  const server = await EmbeddedPostgres.startScratch(SETTINGS);
  try {
    const log = await measureOneLog(server);
    const ballots = await measureBallots(server);
    return {
      figures: {
        leaves: log.leaves,
        leavesPerSecond: Math.round(log.leavesPerSecond),
        mostTilesReadForAProof: log.mostReads,
        inclusionMs: rounded(log.inclusionMs),
        consistencyMs: rounded(log.consistencyMs),
        checkpointMsAtFew: rounded(log.checkpointMsAtFew),
        checkpointMsAtMany: rounded(log.checkpointMsAtMany),
        ballotsPerSecondWithLedger: Math.round(ballots.withLedger),
        ballotsPerSecondWithout: Math.round(ballots.without),
      },
      ratios: {
        leavesTo50000: rounded(log.leavesPerSecond / 50_000),
        checkpointManyToFew: rounded(log.checkpointMsAtMany / log.checkpointMsAtFew),
        ballotsWithToWithout: rounded(ballots.ratio),
      },
    };
  } finally {
    await server.remove();
  }
}

async function measureOneLog(server: EmbeddedPostgres): Promise<LogFigures> {
  const url = await server.createDatabase('qatysu_log');
  const dataSource = await connect(url);
  const pool = new Pool({ connectionString: url, max: 2 });
  try {
    await migrate(dataSource);
    await makeTown(pool);
    return await measureLog(pool, ledgerAtWork(dataSource, join(server.dataFolder, 'log')));
  } finally {
    await pool.end();
    await dataSource.destroy();
  }
}
