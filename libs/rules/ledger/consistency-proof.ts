import { type Hash, nodeHash } from './merkle-hash.js';
import { type LeafRange, splitOf } from './merkle-node.js';
import { type HashOf, rangeHash } from './merkle-tree.js';
import { largestEndingAt, type Side, sidesOf } from './proof-sides.js';

/** Two sizes of one growing tree. */
export interface Growth {
  readonly before: number;
  readonly after: number;
}

/**
 * The hashes that show that a tree only grew: what it held before it holds now, at the same places.
 *
 * RFC 6962 section 2.1.2; RFC 9162 section 2.1.4.1.
 *
 * @throws RangeError where it did not grow from at least one leaf
 * @example consistencyProof({ before: 4, after: 4 }, hashOf) // → []
 */
export function consistencyProof(growth: Growth, hashOf: HashOf): readonly Hash[] {
  return consistencyRanges(growth).map((range) => rangeHash(range, hashOf));
}

/**
 * The subtrees of that proof, to know what to read beforehand.
 *
 * @throws RangeError where it did not grow from at least one leaf
 */
export function consistencyRanges({ before, after }: Growth): readonly LeafRange[] {
  if (!Number.isSafeInteger(before) || before < 1 || before > after)
    throw new RangeError(`A tree of ${before} cannot have grown to ${after}`);
  const ranges: LeafRange[] = [];
  let range: LeafRange = { from: 0, until: after };
  while (range.until > before) {
    const split = splitOf(range);
    const goesLeft = before <= split;
    ranges.push(goesLeft ? { ...range, from: split } : { ...range, until: split });
    range = goesLeft ? { ...range, until: split } : { ...range, from: split };
  }
  // The old tree itself is what the verifier knows.
  if (range.from > 0) ranges.push(range);
  return ranges.toReversed();
}

/** What is claimed: that the tree with the one root grew into the tree with the other. */
export interface ConsistencyClaim extends Growth {
  readonly rootBefore: Hash;
  readonly rootAfter: Hash;
}

/**
 * Does the proof lead to both roots?
 *
 * RFC 9162 section 2.1.4.2.
 */
export function isConsistent(claim: ConsistencyClaim, proof: readonly Hash[]): boolean {
  const { before, after, rootBefore, rootAfter } = claim;
  if (!Number.isSafeInteger(before) || before < 1 || before > after) return false;
  if (before === after) return proof.length === 0 && rootBefore.equals(rootAfter);
  const [first, ...rest] = isPowerOfTwo(before) ? [rootBefore, ...proof] : proof;
  const sides = sidesOf(largestEndingAt({ place: before - 1, last: after - 1 }));
  if (first === undefined || sides.length !== rest.length) return false;
  const [old, grown] = climb(first, rest, sides);
  return old.equals(rootBefore) && grown.equals(rootAfter);
}

/** The old root, which only what stands to the left belongs to, and the new one. */
function climb(first: Hash, proof: readonly Hash[], sides: readonly Side[]): readonly [Hash, Hash] {
  let [old, grown] = [first, first];
  proof.forEach((beside, at) => {
    if (sides[at] === 'left') old = nodeHash(beside, old);
    grown = sides[at] === 'left' ? nodeHash(beside, grown) : nodeHash(grown, beside);
  });
  return [old, grown];
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
