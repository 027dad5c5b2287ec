import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { countRows, type BackupManifest } from '#platform/backup/backup-manifest.js';
import { writeBackup } from '#platform/backup/write-backup.js';
import { readConfig, type Config } from '#platform/config/config.js';
import { filesFolderOf } from '#platform/files/folder-file-store.js';
import { visitDatabase } from '../database.js';
import { keyPrints } from '../installation-keys.js';
import { printResult } from '../output.js';
import { onTableOf, openProgress } from '../progress.js';

interface BackupFlags {
  readonly json?: boolean;
}

const STANDARD_OUTPUT = '-';

export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description('every table as of one moment and the uploaded files, while people go on working')
    .argument('<file>', 'where to; - is standard output, for a cipher: backup - | age -r … > file')
    .option('--json', 'one JSON value on standard output')
    .action(runBackup);
}

async function runBackup(file: string, flags: BackupFlags): Promise<void> {
  const config = readConfig(process.env);
  if (file === STANDARD_OUTPUT) {
    await backUp(config, process.stdout);
    return;
  }
  const manifest = await backUpToFile(config, file);
  printResult(flags, resultOf(file, manifest), () => sentenceOf(file, manifest));
}

/** Under another name until it is whole and on the disk: a cut-off backup never looks like one. */
async function backUpToFile(config: Config, file: string): Promise<BackupManifest> {
  const unfinished = `${file}.part`;
  try {
    const manifest = await backUp(
      config,
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    return manifest;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function backUp(config: Config, into: NodeJS.WritableStream): Promise<BackupManifest> {
  const database = await visitDatabase(config);
  const progress = openProgress();
  try {
    return await writeBackup({
      url: database.url,
      filesFolder: filesFolderOf(config),
      keys: keyPrints(config),
      into,
      onTable: onTableOf(progress),
    });
  } finally {
    progress.end();
    await database.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function resultOf(file: string, manifest: BackupManifest) {
  return {
    file,
    madeAt: manifest.madeAt,
    tables: manifest.tables.length,
    rows: countRows(manifest),
    files: manifest.files.length,
    keys: manifest.keys,
  };
}

function sentenceOf(file: string, manifest: BackupManifest): string {
  const { tables, rows, files } = resultOf(file, manifest);
  return (
    `${file}: ${rows} rows of ${tables} tables and ${files} files as of ${manifest.madeAt}.\n` +
    'The keys of pseudonyms, of persons and of the ledger are not in it: keep them, and apart from it.\n' +
    'Neither is the list of erased persons: restoring without it would undo erasures.'
  );
}
