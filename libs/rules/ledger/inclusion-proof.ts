import { type Hash, nodeHash } from './merkle-hash.js';
import { type LeafRange, splitOf } from './merkle-node.js';
import { type HashOf, rangeHash } from './merkle-tree.js';

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
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/** Sizes may pass 2³², where shifting bits would cut them. */
function half(value: number): number {
  return Math.floor(value / 2);
}
