import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { readConfig } from '#platform/config/config.js';
import { connect } from '#platform/persistence/connect.js';
import { plannedMigrations, scriptOf } from '#platform/persistence/schema/migration-statements.js';
import { bringSchemaUp } from '../bring-schema-up.js';
import { openDatabase } from '../database.js';
import { printResult } from '../output.js';

interface MigrateFlags {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database’s schema up to date')
    .option('--dry-run', 'only print the SQL that would be run, as a script for psql')
    .option('--json', 'one JSON value on standard output')
    .action(runMigrate);
}

async function runMigrate(flags: MigrateFlags): Promise<void> {
  const database = await openDatabase(readConfig(process.env));
  const dataSource = await connect(database.url);
  try {
    await (flags.dryRun ? tellPlan(dataSource, flags) : apply(dataSource, flags));
  } finally {
    await dataSource.destroy();
    await database.close();
  }
}

async function tellPlan(dataSource: DataSource, flags: MigrateFlags): Promise<void> {
  const planned = await plannedMigrations(dataSource);
  const pending = planned.map(({ name }) => name);
  printResult(flags, { pending, planned }, () => scriptOf(planned));
}

async function apply(dataSource: DataSource, flags: MigrateFlags): Promise<void> {
  const done = await bringSchemaUp(dataSource);
  printResult(flags, { done }, () => `${done.length} migration(s) done`);
}
