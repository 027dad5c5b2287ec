import cluster from 'node:cluster';
import type { Server } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Command } from 'commander';
import { readConfig, type Config } from '#platform/config/config.js';
import { assertDurable } from '#platform/persistence/durability.js';
import { connect } from '#platform/persistence/connect.js';
import { createPortal } from '../../portal/create-portal.js';
import { drain } from '../../portal/drain.js';
import { createLogger } from '../../portal/log.js';
import { lendMetrics, metricsOfPortals, serveMetrics, watchPortal } from '../../portal/metrics.js';
import { startWorker } from '../../worker/worker.js';
import { assertSchemaFits, bringSchemaUp } from '../bring-schema-up.js';
import { compareWithCheckpoints } from '../compare-with-checkpoints.js';
import { openDatabase, type OpenDatabase } from '../database.js';
import { patiently } from '../patiently.js';
import { PortalProcesses } from '../portal-processes.js';
import { peopleTable } from '../seed/people-list.js';
import { settlePersonalData } from '../settle-personal-data.js';
import { seedDemoTown } from '../seed/seed-demo-town.js';

/**
 * Lines that wait to be let in: with Node's 511 half a second without an answer makes the kernel forget
 * people, who knock again after one, three and seven seconds. It gives no more than `net.core.somaxconn`.
 */
const WAITING_AT_THE_DOOR = 4_096;

interface ServeFlags {
  readonly demo?: boolean;
  readonly worker: boolean;
  readonly migrate: boolean;
}

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('portal and worker on the configured database')
    .option('--demo', 'make the invented demo town first, where the database is embedded')
    .option('--no-worker', 'leave the worker to another process')
    .option('--no-migrate', 'refuse a database whose schema is behind')
    .action(runServe);
}

async function runServe(flags: ServeFlags): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  try {
    if (cluster.isPrimary) await prepare(config, database, flags);
    await serve(config, database, flags);
  } finally {
    await database.close();
  }
}

async function prepare(config: Config, database: OpenDatabase, flags: ServeFlags): Promise<void> {
  const dataSource = await connect(database.url);
  try {
    await assertDurable(dataSource);
    // Beside an embedded database no older portal runs.
    if (flags.migrate) await bringSchemaUp(dataSource, { contract: database.embedded });
    await assertSchemaFits(dataSource);
    await patiently(() => compareWithCheckpoints(config, dataSource));
    await patiently(() => settlePersonalData(config, dataSource));
  } finally {
    await dataSource.destroy();
  }
}

/** Returns when the process was asked to stop and everything under way has finished. */
async function serve(config: Config, database: OpenDatabase, flags: ServeFlags): Promise<void> {
  const logger = createLogger(config.logLevel);
  const app = await openPortal(config, database, logger);
  const stopAsked = untilAskedToStop();
  const demo = flags.demo === true && database.embedded;
  if (demo) await seedDemoTown(app);
  const beside = await startBeside(app, config, flags);
  // A port that is taken ends the process too: without this its jobs would go on for ever.
  try {
    const doors = await openDoors(app, { config, database, logger });
    if (cluster.isPrimary) announce(doors.address, demo);
    await stopAsked;
    await doors.close();
  } finally {
    await Promise.all([drain(app), beside.stop()]);
    await app.close();
    // The channel to the process that started this portal would keep it alive.
    cluster.worker?.disconnect();
  }
}

async function openPortal(
  config: Config,
  database: OpenDatabase,
  logger: LoggerService,
): Promise<NestFastifyApplication> {
  const onPoolError = (error: unknown): void => logger.warn({ error: String(error) }, 'database');
  const app = await createPortal({ config, databaseUrl: database.url, onPoolError }, logger);
  return app.init();
}

/** What runs beside the pages: figures for the operator and the jobs. */
async function startBeside(
  app: NestFastifyApplication,
  config: Config,
  flags: ServeFlags,
): Promise<{ stop(): Promise<void> }> {
  const metrics = await openMetrics(app, config);
  const jobs = flags.worker ? startWorker(app) : null;
  return {
    stop: async () => {
      await jobs?.stop();
      metrics?.close();
    },
  };
}

/** Where people come in. */
interface Doors {
  readonly address: string;
  close(): Promise<void>;
}

interface DoorsPlan {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly logger: LoggerService;
}

/** This process itself, or several that share the port. */
async function openDoors(app: NestFastifyApplication, plan: DoorsPlan): Promise<Doors> {
  const { processes: count, host, port } = plan.config;
  if (count === 1) {
    await app.listen({ port, host, backlog: WAITING_AT_THE_DOOR });
    return { address: await app.getUrl(), close: () => Promise.resolve() };
  }
  const onLost = (pid: number): void => plan.logger.error({ pid }, 'a portal ended by itself');
  return PortalProcesses.start({ count, host, databaseUrl: plan.database.url, onLost });
}

async function openMetrics(app: NestFastifyApplication, config: Config): Promise<Server | null> {
  if (cluster.isWorker) lendMetrics(app);
  if (cluster.isWorker || config.metricsPort === null) return null;
  const source = config.processes > 1 ? metricsOfPortals() : watchPortal(app);
  return serveMetrics(source, config.host, config.metricsPort);
}

function announce(address: string, demo: boolean): void {
  process.stdout.write(`Qatysu is ready at ${address}\n`);
  if (demo) process.stdout.write(`${peopleTable()}\n`);
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
