import type { Command } from 'commander';
import { readConfig, type Config } from '#platform/config/config.js';
import { assertDurable } from '#platform/persistence/durability.js';
import { connect } from '#platform/persistence/connect.js';
import { migrate } from '#platform/persistence/migrate.js';
import { createPortal } from '../../portal/create-portal.js';
import { createLogger } from '../../portal/log.js';
import { serveMetrics } from '../../portal/metrics.js';
import { startWorker } from '../../worker/worker.js';
import { openDatabase, type OpenDatabase } from '../database.js';
import { peopleTable } from '../seed/people-list.js';
import { seedDemoTown } from '../seed/seed-demo-town.js';

interface ServeFlags {
  readonly demo?: boolean;
  readonly worker: boolean;
}

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('portal and worker on the configured database')
    .option('--demo', 'make the invented demo town first, where the database is embedded')
    .option('--no-worker', 'leave the worker to another process')
    .action(runServe);
}

async function runServe(flags: ServeFlags): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  try {
    await prepare(database.url);
    await serve(config, database, flags);
  } finally {
    await database.close();
  }
}

async function prepare(url: string): Promise<void> {
  const dataSource = await connect(url);
  try {
    await assertDurable(dataSource);
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Returns when the process was asked to stop and everything under way has finished. */
async function serve(config: Config, database: OpenDatabase, flags: ServeFlags): Promise<void> {
  const logger = createLogger(config.logLevel);
  const onPoolError = (error: unknown): void => logger.warn({ error: String(error) }, 'database');
  const app = await createPortal({ config, databaseUrl: database.url, onPoolError }, logger);
  const stopAsked = untilAskedToStop();
  const demo = (flags.demo ?? false) && database.embedded;
  await app.init();
  if (demo) await seedDemoTown(app);
  const jobs = flags.worker ? startWorker(app) : null;
  const metrics =
    config.metricsPort === null ? null : await serveMetrics(app, config.host, config.metricsPort);
  // A port that is taken ends the process too: without this its jobs would go on for ever.
  try {
    await app.listen(config.port, config.host);
    process.stdout.write(`Qatysu is ready at ${await app.getUrl()}\n`);
    if (demo) process.stdout.write(`${peopleTable()}\n`);
    await stopAsked;
  } finally {
    await jobs?.stop();
    await app.close();
    metrics?.close();
  }
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
