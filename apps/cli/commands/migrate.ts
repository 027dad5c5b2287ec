import type { Command } from 'commander';
import { readConfig } from '#platform/config/config.js';
import { connect } from '#platform/persistence/connect.js';
import { migrate, pendingMigrations } from '#platform/persistence/migrate.js';
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
    .option('--dry-run', 'only name what would be done')
    .option('--json', 'one JSON value on standard output')
    .action(runMigrate);
}

async function runMigrate(flags: MigrateFlags): Promise<void> {
  const database = await openDatabase(readConfig(process.env));
  const dataSource = await connect(database.url);
  try {
    const done = flags.dryRun ? await pendingMigrations(dataSource) : await migrate(dataSource);
    const word = flags.dryRun ? 'pending' : 'done';
    printResult(flags, { [word]: done }, () => `${done.length} migration(s) ${word}`);
  } finally {
    await dataSource.destroy();
    await database.close();
  }
}
