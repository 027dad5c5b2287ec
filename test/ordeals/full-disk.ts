import { setTimeout as wait } from 'node:timers/promises';
import { burst, type Scene } from './burst.js';
import type { Ordeal } from './ordeal.js';
import { noScratchDisk, ScratchDisk } from './scratch-disk.js';

const BLOWS = { short: 1, long: 10 };
const MEGABYTES = 48;
const FULL_MS = 2_500;

/** No room for a ballot: no receipt either. Everything else goes on, and so do ballots afterwards. */
export const fullDisk: Ordeal = {
  name: 'full-disk',
  what: 'no byte is left for ballots and signatures: people are told to come again, pages are read on; the control loses one ballot',
  missing: noScratchDisk,
  run: async ({ short, control }) => {
    let disk: ScratchDisk | null = null;
    const unread: string[] = [];
    try {
      const trial = await burst({
        blows: short ? BLOWS.short : BLOWS.long,
        before: async (scene) => void (disk = await moveToSmallDisk(scene)),
        blow: async (scene) => void unread.push(...(await fillFor(disk!, scene))),
        ...(control && { after: ({ town }) => town.loseOneBallot() }),
      });
      const silent = trial.figures['toldToComeAgain'] === 0 ? ['nobody met the full disk'] : [];
      return { ...trial, faults: [...trial.faults, ...unread, ...silent] };
    } finally {
      (disk as ScratchDisk | null)?.unmount();
    }
  },
};

/** Ballots and signatures on a disk of their own; what PostgreSQL writes ahead stays where it is. */
async function moveToSmallDisk({ town }: Scene): Promise<ScratchDisk> {
  const [files] = await town.dataSource.query<{ data_directory: string }[]>(`show data_directory`);
  const disk = ScratchDisk.mount(MEGABYTES, files!.data_directory);
  await town.dataSource.query(`create tablespace small location '${disk.folder}'`);
  for (const table of await partsOf(['ballots', 'signatures'], town))
    await town.dataSource.query(`alter table ${table} set tablespace small`);
  return disk;
}

async function partsOf(tables: readonly string[], town: Scene['town']): Promise<string[]> {
  const parts: { name: string }[] = await town.dataSource.query(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = any($1::regclass[])`,
    [tables],
  );
  return parts.map(({ name }) => name);
}

async function fillFor(disk: ScratchDisk, { town, portal }: Scene): Promise<string[]> {
  disk.fill();
  await wait(FULL_MS);
  const page = await fetch(`${portal.address}/api/v1/rounds/${town.round.roundId}`);
  await page.body?.cancel();
  disk.clear();
  return page.ok ? [] : [`the round could not be read on a full disk: ${page.status}`];
}
