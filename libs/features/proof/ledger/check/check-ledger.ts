import type { KeyObject } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { CheckpointFiles } from '../checkpoint-file.js';
import type { LedgerKey } from '../ledger-key.js';
import { ACTS_OF_PEOPLE, CONCLUSIONS } from '../sources/leaf-sources.js';
import { checkBallots } from './check-ballots.js';
import { checkCheckpoints, type StoredNote } from './check-checkpoints.js';
import { checkCountFiles } from './check-count-files.js';
import { type CheckedLeaves, CheckLeaves } from './check-leaves.js';
import { checkRows } from './check-rows.js';
import { type LedgerFault, LedgerFaults } from './ledger-fault.js';
import { Snapshot } from './snapshot.js';

/** What a check came to; no faults: everything is as it was signed. */
export interface LedgerFindings {
  readonly entries: number;
  readonly checkpoints: number;
  /** Rows of other tables that were compared with their entries. */
  readonly rows: number;
  readonly faults: readonly LedgerFault[];
  /** Faults beyond those listed. */
  readonly more: number;
}

export interface LedgerMatter {
  readonly dataSource: DataSource;
  readonly key: LedgerKey;
  readonly files: CheckpointFiles;
  /** Key of the seals of ballots. */
  readonly sealKey: KeyObject;
}

/** Goes through everything that the log vouches for: entries, tiles, checkpoints and the rows. */
export async function checkLedger(matter: LedgerMatter): Promise<LedgerFindings> {
  const faults = new LedgerFaults();
  return Snapshot.over(matter.dataSource, async (snapshot) => {
    const stored = await snapshot.query<StoredNote>(CHECKPOINTS);
    const outside = await notesOutside(snapshot, matter.files);
    checkCheckpoints({ stored, outside, verifiers: matter.key.verifiers }, faults);
    const sizes = new Set(stored.map(({ size }) => size));
    const leaves = await CheckLeaves.run(snapshot, sizes, faults);
    compareRoots(leaves, stored, faults);
    const rows = await compareTables(snapshot, matter.sealKey, faults);
    const { list, more } = faults;
    return { entries: leaves.size, checkpoints: stored.length, rows, faults: list, more };
  });
}

async function notesOutside(snapshot: Snapshot, files: CheckpointFiles) {
  const [row] = await snapshot.query<{ id: string }>(`select log_id as id from ledger_horizon`);
  return row ? files.of(row.id).read() : [];
}

/** Where the entries lead to the signed roots, a tile that differs is wrong; else the entries are. */
function compareRoots(
  { roots, size, besideTiles, differingTiles }: CheckedLeaves,
  stored: readonly StoredNote[],
  faults: LedgerFaults,
): void {
  const broken = stored.find((note) => !roots.get(note.size)?.equals(note.root));
  if (!broken) {
    for (const tile of differingTiles) faults.add('ledger_tiles', 'changed', `tile ${tile}`);
    return;
  }
  for (const [index, what] of besideTiles) faults.add('ledger_leaves', what, `entry ${index}`);
  const held = Math.max(0, ...stored.filter((note) => note.size < broken.size).map(sizeOf));
  if (broken.size > size)
    faults.add('ledger_leaves', 'deleted', `entries ${size} to ${broken.size - 1}`);
  else if (besideTiles.size === 0 && faults.list.every(({ where }) => where !== 'ledger_leaves'))
    faults.add('ledger_leaves', 'changed', `among entries ${held} to ${broken.size - 1}`);
}

function sizeOf({ size }: StoredNote): number {
  return size;
}

async function compareTables(
  snapshot: Snapshot,
  sealKey: KeyObject,
  faults: LedgerFaults,
): Promise<number> {
  let rows = 0;
  for (const source of [...ACTS_OF_PEOPLE, ...CONCLUSIONS])
    rows += await checkRows(snapshot, source, faults);
  await checkBallots(snapshot, sealKey, faults);
  await checkCountFiles(snapshot, faults);
  return rows;
}

const CHECKPOINTS = `
  select id as number, size::float8 as size, root, note from ledger_checkpoints order by id`;
