import type { DataSource } from 'typeorm';
import { migrate, type MigrationWish } from '#platform/persistence/migrate.js';
import { SchemaBusy } from '#platform/persistence/schema/apply-migration.js';
import { SchemaMisfit, schemaMisfit } from '#platform/persistence/schema/schema-state.js';
import { CommandFailed } from './command-failed.js';

/**
 * Applies pending migrations and says so on standard error where another process is at it.
 *
 * @returns names of what was applied
 * @throws CommandFailed where others would not let go of a table, or a newer version was here
 */
export async function bringSchemaUp(
  dataSource: DataSource,
  wish: MigrationWish = {},
): Promise<string[]> {
  const onWaiting = (): void =>
    void process.stderr.write('Another process is migrating: waiting until it has finished\n');
  try {
    return await migrate(dataSource, { onWaiting, ...wish });
  } catch (error) {
    const expected = error instanceof SchemaBusy || error instanceof SchemaMisfit;
    throw expected ? new CommandFailed(error.message) : error;
  }
}

/** @throws CommandFailed where this version may not work on the schema, with what to do */
export async function assertSchemaFits(dataSource: DataSource): Promise<void> {
  const misfit = await schemaMisfit(dataSource);
  if (misfit !== null) throw new CommandFailed(misfit);
}
