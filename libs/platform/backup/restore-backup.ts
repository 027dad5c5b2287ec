import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Client, escapeLiteral } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import type { FileStore } from '#platform/files/file-store.js';
import { dataSourceOptions } from '#platform/persistence/data-source-options.js';
import { migrate } from '#platform/persistence/migrate.js';
import { MIGRATIONS } from '#platform/persistence/migrations.js';
import { BackupFault, type BackupFile } from './backup-file.js';
import type { BackupManifest, SavedSequence, SavedTable } from './backup-manifest.js';
import { foreignKeys, quoted, storedTables } from './stored-tables.js';
import { clientFor } from '../persistence/hosts/reach.js';

export interface RestorePlan {
  readonly backup: BackupFile;
  /** An empty database: nothing of ours in it yet. */
  readonly url: string;
  readonly files: FileStore;
  readonly onTable?: (name: string, place: number, count: number) => void;
}

/**
 * Brings a backup back into an empty database: the schema as it was, every row, the uploaded files,
 * then what the schema has learnt since. The rows come in one transaction: all or none.
 *
 * @throws BackupFault where the backup is not whole, the database is not empty, or the backup was made
 *   by a newer version
 */
export async function restoreBackup(plan: RestorePlan): Promise<void> {
  const { manifest } = plan.backup;
  assertKnown(manifest.migrations);
  await plan.backup.assertWhole();
  await assertEmpty(plan.url);
  await migrateTo(plan.url, manifest.migrations);
  await restoreFiles(plan);
  await restoreRows(plan);
  await migrateTo(
    plan.url,
    MIGRATIONS.map((migration) => migration.name),
  );
}

function assertKnown(migrations: readonly string[]): void {
  const known = new Set(MIGRATIONS.map((migration) => migration.name));
  const newer = migrations.filter((name) => !known.has(name));
  if (newer.length > 0)
    throw new BackupFault(newer.map((name) => `${name}: this version does not know the change`));
}

async function assertEmpty(url: string): Promise<void> {
  const tables = await withClient(url, storedTables);
  if (tables.length > 0)
    throw new BackupFault([
      `the database has tables already (${tables.length}): give an empty one`,
    ]);
}

async function migrateTo(url: string, names: readonly string[]): Promise<void> {
  const wanted = new Set(names);
  const migrations = MIGRATIONS.filter((migration) => wanted.has(migration.name));
  const settings = { url, poolSize: 2, onPoolError: () => undefined };
  const dataSource = new DataSource({ ...dataSourceOptions(settings), migrations });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function restoreFiles({ backup, files }: RestorePlan): Promise<void> {
  for (const { name } of backup.manifest.files)
    await files.put(name, await buffer(await backup.readFile(name)));
}

async function restoreRows(plan: RestorePlan): Promise<void> {
  await withClient(plan.url, async (client) => {
    await client.query('begin');
    // References are taken off and put back over all rows: no sequence of tables to keep, and faster.
    const references = await foreignKeys(client);
    for (const { table, name } of references)
      await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
    await restoreTables(client, plan);
    for (const { table, name, definition } of references)
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    await restoreSequences(client, plan.backup.manifest);
    await client.query('commit');
    await client.query('analyze');
  });
}

async function restoreTables(client: Client, plan: RestorePlan): Promise<void> {
  const { tables } = plan.backup.manifest;
  for (const [place, table] of tables.entries()) {
    plan.onTable?.(table.name, place, tables.length);
    await restoreTable(client, plan.backup, table);
  }
}

async function restoreTable(client: Client, backup: BackupFile, table: SavedTable): Promise<void> {
  const name = quoted(table.name);
  await client.query(`alter table ${name} disable trigger user`);
  const into = client.query(
    copyFrom(`copy ${name} (${table.columns.map(quoted).join(', ')}) from stdin`),
  );
  await pipeline(await backup.readTable(table.name), into);
  await client.query(`alter table ${name} enable trigger user`);
  if (into.rowCount !== table.rows)
    throw new BackupFault([`${table.name}: ${table.rows} rows expected, ${into.rowCount} read`]);
}

async function restoreSequences(client: Client, manifest: BackupManifest): Promise<void> {
  const taken = manifest.sequences.filter(
    (sequence): sequence is SavedSequence & { lastValue: string } => sequence.lastValue !== null,
  );
  for (const { name, lastValue } of taken)
    await client.query(`select setval(${escapeLiteral(quoted(name))}, $1)`, [lastValue]);
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = clientFor(url, { application_name: 'qatysu restore' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
