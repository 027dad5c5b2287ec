import { createHash } from 'node:crypto';

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
  return createHash('sha256').update(LEAF).update(entry).digest();
}

/** Hash of a node over its two subtrees. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Root of the tree without entries: the hash of nothing. */
export function emptyRoot(): Hash {
  return createHash('sha256').digest();
}
