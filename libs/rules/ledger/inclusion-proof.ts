import { type Hash, nodeHash } from './merkle-hash.js';
import { type LeafRange, splitOf } from './merkle-node.js';
import { type HashOf, rangeHash } from './merkle-tree.js';
import { type Side, sidesOf } from './proof-sides.js';

/** Which leaf of a tree of which size. */
export interface LeafPlace {
  readonly index: number;
  readonly size: number;
}

/**
 * The hashes beside the way from a leaf up to the root, the lowest first: with the leaf they give the
 * root, without any other leaf being shown.
 *
 * RFC 6962 section 2.1.1; RFC 9162 section 2.1.3.1.
 *
 * @throws RangeError for a leaf that is not in the tree
 * @example inclusionProof({ index: 0, size: 1 }, hashOf) // → []
 */
export function inclusionProof(place: LeafPlace, hashOf: HashOf): readonly Hash[] {
  return siblingsOf(place).map((range) => rangeHash(range, hashOf));
}

/**
 * The subtrees beside that way, to know what to read beforehand.
 *
 * @throws RangeError for a leaf that is not in the tree
 */
export function siblingsOf({ index, size }: LeafPlace): readonly LeafRange[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`Leaf ${index} is not in a tree of ${size}`);
  const siblings: LeafRange[] = [];
  let range: LeafRange = { from: 0, until: size };
  while (range.until - range.from > 1) {
    const split = splitOf(range);
    const left = { from: range.from, until: split };
    const right = { from: split, until: range.until };
    siblings.push(index < split ? right : left);
    range = index < split ? left : right;
  }
  return siblings.toReversed();
}

/** What is claimed: that this leaf stands there in the tree with this root. */
export interface InclusionClaim extends LeafPlace {
  readonly leaf: Hash;
  readonly root: Hash;
}

/**
 * Does the proof lead from the leaf to the root?
 *
 * RFC 9162 section 2.1.3.2.
 */
export function isIncluded(claim: InclusionClaim, proof: readonly Hash[]): boolean {
  const { index, size, leaf, root } = claim;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  const sides = sidesOf({ place: index, last: size - 1 });
  if (sides.length !== proof.length) return false;
  return proof.reduce((hash, beside, at) => joined(hash, beside, sides[at]!), leaf).equals(root);
}

function joined(hash: Hash, beside: Hash, side: Side): Hash {
  return side === 'left' ? nodeHash(beside, hash) : nodeHash(hash, beside);
}
