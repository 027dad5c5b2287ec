import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Command } from 'commander';
import { BackupFault, BackupFile } from '#platform/backup/backup-file.js';
import { countRows } from '#platform/backup/backup-manifest.js';
import { restoreBackup } from '#platform/backup/restore-backup.js';
import { readConfig, type Config } from '#platform/config/config.js';
import { FolderFileStore, filesFolderOf } from '#platform/files/folder-file-store.js';
import { connect } from '#platform/persistence/connect.js';
import { CommandFailed } from '../command-failed.js';
import { openDatabase } from '../database.js';
import { keyPrints } from '../installation-keys.js';
import { printResult } from '../output.js';
import { settlePersonalData } from '../settle-personal-data.js';
import { onTableOf, openProgress } from '../progress.js';
import { openPassingDatabase } from '../scratch-database.js';

interface RestoreFlags {
  readonly rehearse?: boolean;
  readonly otherKeys?: boolean;
  readonly withoutErasures?: boolean;
  readonly json?: boolean;
}

/** Where a backup is brought back to. */
interface Place {
  readonly url: string;
  readonly filesFolder: string;
}

export function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .description('bring a backup back into an empty database and data folder')
    .argument('<file>', 'what backup wrote')
    .option('--rehearse', 'into a scratch database that is thrown away: does the backup come back?')
    .option('--other-keys', 'go on although the keys here are not those of the backup')
    .option('--without-erasures', 'go on although the list of erased persons is not here')
    .option('--json', 'one JSON value on standard output')
    .action(runRestore);
}

async function runRestore(file: string, flags: RestoreFlags): Promise<void> {
  const config = readConfig(process.env);
  try {
    const backup = await BackupFile.open(file);
    try {
      if (!flags.otherKeys) assertSameKeys(config, backup);
      if (!flags.withoutErasures) assertErasuresKnown(config, backup);
      const [again, seconds] = await timed(() => bringBack(config, backup, flags));
      report(flags, backup, { again, seconds });
    } finally {
      backup.close();
    }
  } catch (error) {
    throw error instanceof BackupFault ? new CommandFailed(error.message) : error;
  }
}

/** With other keys nobody of the roll is recognised and the ledger can not go on: better said before. */
function assertSameKeys(config: Config, { manifest }: BackupFile): void {
  const here = new Map(keyPrints(config).map(({ name, print }) => [name, print]));
  const faults = manifest.keys
    .filter(({ name, print }) => here.get(name) !== print)
    .map(({ name, print }) => `${name}: ${here.get(name) ?? 'no key'} is here, ${print} is needed`);
  if (faults.length > 0)
    throw new CommandFailed(
      `The keys here are not those of the backup (prints of keys):\n- ${faults.join('\n- ')}\n` +
        '--other-keys goes on all the same.',
    );
}

/** A backup knows nobody who was erased after it: without the list they would all be back. */
function assertErasuresKnown({ erasedKeysFile }: Config, { manifest }: BackupFile): void {
  const hasPersons = manifest.keys.some(({ name }) => name === 'person');
  if (hasPersons && !existsSync(erasedKeysFile))
    throw new CommandFailed(
      `The list of erased persons is not here: ${erasedKeysFile}\n` +
        '--without-erasures goes on all the same, and undoes every erasure since the backup.',
    );
}

/** @returns how many people were erased again */
function bringBack(config: Config, backup: BackupFile, flags: RestoreFlags): Promise<number> {
  return flags.rehearse ? rehearseIt(backup) : restoreHere(config, backup);
}

async function restoreHere(config: Config, backup: BackupFile): Promise<number> {
  const database = await openDatabase(config);
  try {
    await restoreInto({ url: database.url, filesFolder: filesFolderOf(config) }, backup);
    const dataSource = await connect(database.url);
    return await settlePersonalData(config, dataSource).finally(() => dataSource.destroy());
  } finally {
    await database.close();
  }
}

async function rehearseIt(backup: BackupFile): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'qatysu-rehearsal-'));
  try {
    const scratch = await openPassingDatabase();
    try {
      await restoreInto({ url: scratch.url, filesFolder: join(folder, 'files') }, backup);
      return 0;
    } finally {
      await scratch.close(false);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function restoreInto(place: Place, backup: BackupFile): Promise<void> {
  const progress = openProgress();
  try {
    await restoreBackup({
      backup,
      url: place.url,
      files: new FolderFileStore(place.filesFolder),
      onTable: onTableOf(progress),
    });
  } finally {
    progress.end();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now();
  const done = await work();
  return [done, Number(((performance.now() - from) / 1000).toFixed(1))];
}

function report(
  flags: RestoreFlags,
  { manifest }: BackupFile,
  { again, seconds }: { readonly again: number; readonly seconds: number },
): void {
  const rows = countRows(manifest);
  const { madeAt } = manifest;
  const result = { restored: !flags.rehearse, rehearsed: flags.rehearse === true, madeAt, rows };
  const what = flags.rehearse ? 'The backup comes back' : 'Restored';
  printResult(
    flags,
    { ...result, files: manifest.files.length, erasedAgain: again, seconds },
    () =>
      `${what}: ${rows} rows and ${manifest.files.length} files as of ${madeAt}, ` +
      `${seconds} s; erased again: ${again}`,
  );
}
