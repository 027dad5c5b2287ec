import { ARCHIVE_PATHS } from '#rules/archive/archive-paths.js';
import { parseLeafLine } from '#rules/archive/leaf-line.js';
import { treeFrom } from '#rules/archive/log-start.js';
import type { ArchiveFile } from './archive-file.js';
import { DueCheckpoints } from './due-checkpoints.js';
import { hold } from './not-held.js';
import {
  readCheckpoints,
  readKeys,
  readOwnCheckpoint,
  type SignedCheckpoint,
} from './read-checkpoints.js';
import type { RoundLeaves } from './round-leaves.js';

const [PATH, START] = [ARCHIVE_PATHS.leaves, ARCHIVE_PATHS.start];

/** The log as far as the archive has it. */
export interface CheckedLedger {
  readonly leaves: number;
  readonly checkpoints: number;
  readonly last: SignedCheckpoint;
  /** Files of one's own that could not be compared. */
  readonly outside: readonly string[];
}

/**
 * Do the leaves give the root of every checkpoint, and does the last one cover them all? Leaf after
 * leaf goes into the tree; at the size of a checkpoint its root must be there. That one tree passes
 * through all of them is what makes them consistent.
 *
 * @param own files with checkpoints that somebody kept
 */
export async function checkLedger(
  archive: ArchiveFile,
  leaves: RoundLeaves,
  own: readonly string[],
): Promise<CheckedLedger> {
  const tree = treeFrom(await archive.json(START));
  hold(tree !== null, 'document.unknown', { path: START });
  const begin = tree.size;
  const keys = await readKeys(archive);
  const kept = own.map((path) => readOwnCheckpoint(path, keys));
  const due = new DueCheckpoints(readCheckpoints(archive, keys), kept);
  await due.meet(tree, 0);
  for await (const line of archive.lines(PATH)) {
    const read = parseLeafLine(line);
    hold(read !== null, 'leaf.unreadable', { path: PATH, line: tree.size - begin + 1 });
    if (read.kind === 'own') await leaves.take(tree.size, read.leaf);
    tree.add(read.hash);
    await due.meet(tree, tree.size - begin);
  }
  due.finish(begin);
  hold(due.last !== null, 'checkpoint.none');
  const sealed = due.last.size;
  hold(sealed === tree.size, 'leaf.unsealed', { path: PATH, line: sealed - begin + 1 });
  const { met: checkpoints, last, outside } = due;
  return { leaves: tree.size - begin, checkpoints, last, outside };
}
