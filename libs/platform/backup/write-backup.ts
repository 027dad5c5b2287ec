import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ZipFile } from 'yazl';
import {
  BACKUP_FORMAT,
  MANIFEST_ENTRY,
  fileEntryOf,
  tableEntryOf,
  type BackupManifest,
  type KeyPrint,
  type SavedEntry,
  type SavedSequence,
  type SavedTable,
} from './backup-manifest.js';
import { HashingPassage } from './hashing-passage.js';
import { quoted, storedTables, type StoredTable } from './stored-tables.js';
import { clientFor } from '../persistence/hosts/reach.js';

export interface BackupPlan {
  readonly url: string;
  /** Where uploaded files lie; a folder that is not there counts as empty. */
  readonly filesFolder: string;
  readonly keys: readonly KeyPrint[];
  readonly into: NodeJS.WritableStream;
  /** Told before each table. */
  readonly onTable?: (name: string, place: number, count: number) => void;
}

/**
 * Writes a backup while people go on working: every table as of one moment, then the uploaded files,
 * then the list of all with their hashes. Acts acknowledged before the moment are in it.
 */
export async function writeBackup(plan: BackupPlan): Promise<BackupManifest> {
  const client = clientFor(plan.url, { application_name: 'qatysu backup' });
  await client.connect();
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, plan.into);
  try {
    await client.query('begin isolation level repeatable read read only');
    const manifest = await writeEntries(client, zip, plan);
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST_ENTRY);
    zip.end();
    await written;
    return manifest;
  } finally {
    await client.end();
  }
}

async function writeEntries(
  client: Client,
  zip: ZipFile,
  plan: BackupPlan,
): Promise<BackupManifest> {
  const { madeAt, postgres } = await momentOf(client);
  return {
    format: BACKUP_FORMAT,
    madeAt,
    postgres,
    migrations: await migrationsOf(client),
    sequences: await sequencesOf(client),
    tables: await writeTables(client, zip, plan),
    // After the snapshot: whatever a row of it names was stored before the row.
    files: await writeFiles(zip, plan.filesFolder),
    keys: plan.keys,
  };
}

async function momentOf(client: Client): Promise<{ madeAt: string; postgres: string }> {
  const found = await client.query<{ at: Date; version: string }>(
    `select now() as at, current_setting('server_version') as version`,
  );
  const { at, version } = found.rows[0]!;
  return { madeAt: at.toISOString(), postgres: version };
}

async function migrationsOf(client: Client): Promise<string[]> {
  const found = await client.query<{ name: string }>('select name from migrations order by id');
  return found.rows.map((row) => row.name);
}

async function sequencesOf(client: Client): Promise<SavedSequence[]> {
  const found = await client.query<SavedSequence>(`
    select sequencename as name, last_value::text as "lastValue"
    from pg_sequences where schemaname = 'public' and sequencename <> 'migrations_id_seq'
    order by 1`);
  return found.rows;
}

async function writeTables(client: Client, zip: ZipFile, plan: BackupPlan): Promise<SavedTable[]> {
  const tables = await storedTables(client);
  const saved: SavedTable[] = [];
  for (const [place, table] of tables.entries()) {
    plan.onTable?.(table.name, place, tables.length);
    saved.push(await writeTable(client, zip, table));
  }
  return saved;
}

async function writeTable(client: Client, zip: ZipFile, table: StoredTable): Promise<SavedTable> {
  const columns = table.columns.map(quoted).join(', ');
  const rows = client.query(
    copyTo(`copy (select ${columns} from ${quoted(table.name)}) to stdout`),
  );
  const sha256 = await addEntry(zip, rows, tableEntryOf(table.name));
  return { ...table, sha256, rows: rows.rowCount };
}

async function writeFiles(zip: ZipFile, folder: string): Promise<SavedEntry[]> {
  const saved: SavedEntry[] = [];
  for (const path of await storedFiles(folder)) {
    const name = basename(path);
    saved.push({ name, sha256: await addEntry(zip, createReadStream(path), fileEntryOf(name)) });
  }
  return saved;
}

async function storedFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    noneIfMissing,
  );
  return found
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function noneIfMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

/** Entries go one after another, so that only one is in memory by pieces. */
async function addEntry(zip: ZipFile, source: Readable, name: string): Promise<string> {
  const passage = new HashingPassage();
  const passed = pipeline(source, passage, { end: true });
  zip.addReadStream(passage, name);
  await passed;
  return passage.sha256;
}
