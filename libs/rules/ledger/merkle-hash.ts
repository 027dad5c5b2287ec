import { hash } from 'node:crypto';

/** SHA-256, 32 bytes. */
export type Hash = Buffer;

/** Bytes of one hash. */
export const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const NODE = 1;

/** Reused for every node: its making would cost as much as the hash. */
const node = Buffer.alloc(1 + 2 * HASH_BYTES, NODE);

/**
 * Hash of an entry, as bytes or as the text whose UTF-8 it is. The byte before it keeps anybody from passing a node off
 * as an entry.
 *
 * RFC 6962 section 2.1; RFC 9162 section 2.1.1.
 */
export function leafHash(entry: string | Uint8Array): Hash {
  if (typeof entry === 'string') return sha256(`\0${entry}`);
  return sha256(Buffer.concat([LEAF, entry]));
}

/** Hash of a node over its two subtrees. */
export function nodeHash(left: Hash, right: Hash): Hash {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

/** Root of the tree without entries: the hash of nothing. */
export function emptyRoot(): Hash {
  return sha256('');
}

/** By way of a text, since a small buffer from the pool costs a third of one of its own. */
function sha256(bytes: string | Buffer): Hash {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1');
}
