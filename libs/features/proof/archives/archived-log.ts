import type { LeafRow, LedgerReader } from '../ledger/ledger.reader.js';
import { leafSubject, parseLeaf } from '#rules/ledger/leaf.js';
import type { ArchivedLeaf } from './archive-matter.js';

const LEAVES_A_PAGE = 10_000;

/** A stretch of the log, and whose leaves in it are told in full. */
export interface LogStretch {
  readonly from: number;
  readonly until: number;
  readonly round: string;
}

/** The leaves of a stretch, read page by page; those of other subjects by their hash alone. */
export async function* archivedLeaves(
  ledger: LedgerReader,
  { from, until, round }: LogStretch,
): AsyncGenerator<ArchivedLeaf> {
  for (let at = from; at < until; at += LEAVES_A_PAGE) {
    const page = await ledger.listLeaves({ from: at, until: Math.min(until, at + LEAVES_A_PAGE) });
    for (const row of page) yield archivedLeaf(row, round);
  }
}

function archivedLeaf({ index, hash, content }: LeafRow, round: string): ArchivedLeaf {
  const leaf = parseLeaf(content);
  const isOwn = leaf !== null && leafSubject(leaf) === round;
  return { index, hash, content: isOwn ? content : null };
}
