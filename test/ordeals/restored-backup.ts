import { createWriteStream } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BackupFile } from '#platform/backup/backup-file.js';
import { restoreBackup } from '#platform/backup/restore-backup.js';
import { writeBackup } from '#platform/backup/write-backup.js';
import { FolderFileStore } from '#platform/files/folder-file-store.js';
import { Crowd } from './crowd.js';
import { History, type Act } from './history.js';
import type { Ordeal, Plan, Trial } from './ordeal.js';
import { OrdealTown } from './ordeal-town.js';
import { publicStateOf } from './public-state.js';

const PEOPLE = 24;
const UNDER_LOAD_MS = { short: 2_000, long: 20_000 };

export const restoredBackup: Ordeal = {
  name: 'restored-backup',
  what: 'a backup taken under load and brought back elsewhere; the control loses a ballot before it',
  run,
};

async function run({ short, control }: Plan): Promise<Trial> {
  const town = await OrdealTown.open();
  try {
    const portal = await town.startPortal();
    const history = new History();
    const address = (): string => portal.address;
    const plan = { round: town.round, history, address, people: PEOPLE, replacing: false };
    const crowd = new Crowd(plan);
    crowd.start();
    await wait(short ? UNDER_LOAD_MS.short : UNDER_LOAD_MS.long);
    const before = history.acknowledged();
    if (control) await town.loseOneBallot();
    const file = await backUp(town);
    await crowd.finish();
    await portal.stop();
    return await examine({ town, history, before, file });
  } finally {
    await town.close();
  }
}

async function backUp(town: OrdealTown): Promise<string> {
  const file = join(town.folder, 'town.backup.zip');
  await writeBackup({
    url: town.databaseUrl,
    filesFolder: town.filesFolder,
    keys: [],
    into: createWriteStream(file),
  });
  return file;
}

interface Restored {
  readonly town: OrdealTown;
  readonly history: History;
  /** Acknowledged before the backup began: all of it must come back. */
  readonly before: readonly Act[];
  readonly file: string;
}

async function examine({ town, history, before, file }: Restored): Promise<Trial> {
  const url = await town.addDatabase('qatysu_restored');
  const dataFolder = join(town.folder, 'restored');
  mkdirSync(dataFolder);
  const from = Date.now();
  await restore(file, url, dataFolder);
  const restoreMs = Date.now() - from;
  const portal = await town.startPortal({ databaseUrl: url, dataFolder });
  await town.endVoting(url);
  const state = await publicStateOf(town.round.roundId, history, portal.address);
  const lost = before.filter((act) => !state.receipts.get(act.receipt!)).length;
  const sent = history.acknowledged().length;
  return {
    faults: [
      ...(lost > 0 ? [`${lost} ballot(s) acknowledged before the backup did not come back`] : []),
      ...(state.ballots.length > sent ? [`${state.ballots.length} ballots of ${sent} sent`] : []),
      ...(state.winners.join() === state.recounted.join() ? [] : ['a recount differs']),
    ],
    figures: { before: before.length, restored: state.ballots.length, restoreMs },
  };
}

async function restore(file: string, url: string, dataFolder: string): Promise<void> {
  const backup = await BackupFile.open(file);
  try {
    await restoreBackup({ backup, url, files: new FolderFileStore(join(dataFolder, 'files')) });
  } finally {
    backup.close();
  }
}
