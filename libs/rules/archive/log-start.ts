import { HASH_BYTES } from '../ledger/merkle-hash.js';
import { GrowingTree } from '../ledger/growing-tree.js';
import { isListOf, isRecord, isText, isWholeNumber } from './json-shape.js';

/** Hashes of the log before the first leaf of an archive, hexadecimal, from left to right. */
export interface LogStart {
  /** Leaves before the first one of the archive. */
  readonly size: number;
  readonly edge: readonly string[];
}

/** `ledger/start.json` */
export function logStartText({ size, edge }: LogStart): string {
  return `${JSON.stringify({ size, edge }, null, 2)}\n`;
}

/** The tree to which the leaves of an archive are added; null where the start is not as it should be. */
export function treeFrom(value: unknown): GrowingTree | null {
  if (!isRecord(value)) return null;
  const { size, edge } = value;
  if (!isWholeNumber(size) || !isListOf(edge, isText)) return null;
  const hashes = edge.map((hex) => Buffer.from(hex, 'hex'));
  if (hashes.some((hash) => hash.length !== HASH_BYTES)) return null;
  try {
    return new GrowingTree({ size, edge: hashes });
  } catch {
    return null;
  }
}
