import { hash } from 'node:crypto';

/** SHA-256, 32 bytes. */
export type Hash = Buffer;

/** Bytes of one hash. */
export const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/**
 * Hash of an entry. The byte before it keeps anybody from passing a node off as an entry.
 *
 * RFC 6962 section 2.1; RFC 9162 section 2.1.1.
 */
export function leafHash(entry: Uint8Array): Hash {
  return hash('sha256', Buffer.concat([LEAF, entry]), 'buffer');
}

/** Hash of a node over its two subtrees. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

/** Root of the tree without entries: the hash of nothing. */
export function emptyRoot(): Hash {
  return hash('sha256', '', 'buffer');
}
