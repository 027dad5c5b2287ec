import { hashOfLeafText, type Leaf, parseLeaf } from '../ledger/leaf.js';
import { HASH_BYTES, type Hash } from '../ledger/merkle-hash.js';

/** A line of `ledger/leaves.jsonl`: a leaf of the round in full, or the bare hash of somebody else's. */
export type LeafLine =
  | { readonly kind: 'own'; readonly hash: Hash; readonly leaf: Leaf }
  | { readonly kind: 'other'; readonly hash: Hash };

const HASH_LINE = /^"([0-9a-f]{64})"$/;

/** A leaf of another subject, of which the archive tells the hash alone: `'"6e34…"'`. */
export function otherLeafLine(hash: Hash): string {
  return `"${hash.toString('hex')}"`;
}

/** Reads such a line; null for what is neither. */
export function parseLeafLine(line: string): LeafLine | null {
  const [, hex] = HASH_LINE.exec(line) ?? [];
  if (hex !== undefined) {
    const hash = Buffer.from(hex, 'hex');
    return hash.length === HASH_BYTES ? { kind: 'other', hash } : null;
  }
  const leaf = parseLeaf(line);
  return leaf && { kind: 'own', hash: hashOfLeafText(line), leaf };
}
