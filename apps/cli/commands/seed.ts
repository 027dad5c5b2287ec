import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { readConfig, type Config } from '#platform/config/config.js';
import { connect } from '#platform/persistence/connect.js';
import { migrate } from '#platform/persistence/migrate.js';
import { createPortal } from '../../portal/create-portal.js';
import { createLogger } from '../../portal/log.js';
import { CommandFailed } from '../command-failed.js';
import { openDatabase } from '../database.js';
import { printResult } from '../output.js';
import { listPeople, peopleTable } from '../seed/people-list.js';
import { settlePersonalData } from '../settle-personal-data.js';
import { seedDemoTown } from '../seed/seed-demo-town.js';

interface SeedFlags {
  readonly people?: boolean;
  readonly json?: boolean;
}

const DEMO_TOWN = 'demo-town';

export function addSeedCommand(program: Command): void {
  program
    .command('seed')
    .description('put the invented demo town into the database; again changes nothing')
    .argument('[town]', 'which town', DEMO_TOWN)
    .option('--people', 'only list the demo people')
    .option('--json', 'one JSON value on standard output')
    .action(runSeed);
}

async function runSeed(town: string, flags: SeedFlags): Promise<void> {
  if (town !== DEMO_TOWN) throw new CommandFailed(`There is no town ${town}: try ${DEMO_TOWN}`);
  const people = listPeople();
  if (!flags.people) await seed();
  printResult(flags, flags.people ? people : { town, people: people.length }, peopleTable);
}

async function seed(): Promise<void> {
  const config = readConfig(process.env);
  if (config.production) throw new CommandFailed('Invented people are refused in production');
  const database = await openDatabase(config);
  try {
    const dataSource = await connect(database.url);
    await prepare(config, dataSource).finally(() => dataSource.destroy());
    const setup = { config, databaseUrl: database.url, onPoolError: () => undefined };
    const app = await createPortal(setup, createLogger('error'));
    await app.init();
    await seedDemoTown(app).finally(() => app.close());
  } finally {
    await database.close();
  }
}

async function prepare(config: Config, dataSource: DataSource): Promise<void> {
  await migrate(dataSource);
  await settlePersonalData(config, dataSource);
}
