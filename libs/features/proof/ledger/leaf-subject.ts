import { NIL } from 'uuid';
import { type Leaf, leafSubject } from '#rules/ledger/leaf.js';
import type { LeafSource } from './sources/leaf-source.js';

/** Entries of no round or petition stand under this id: the table is cut by it, so it is never empty. */
export const TOWN = NIL;

/** Under which id the entry is stored. */
export function storedSubject(leaf: Leaf): string {
  return leafSubject(leaf) ?? TOWN;
}

/**
 * SQL: the entry `l` is that of the row `s` of the source. Its subject tells the part that it lies in,
 * and that two rounds gave out one receipt does not make one entry of two ballots.
 */
export function isLeafOf({ subject }: LeafSource): string {
  return `l.key = s.key and l.subject = ${subject === null ? `'${TOWN}'` : `s.${subject}`}`;
}
