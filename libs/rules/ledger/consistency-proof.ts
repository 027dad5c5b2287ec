import { type Hash, nodeHash } from './merkle-hash.js';
import { type LeafRange, splitOf } from './merkle-node.js';
import { type HashOf, rangeHash } from './merkle-tree.js';

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
  if (first === undefined) return false;
  const climbed = climb({ place: before - 1, last: after - 1 }, first, rest);
  return climbed !== null && climbed.old.equals(rootBefore) && climbed.grown.equals(rootAfter);
}

interface Step {
  readonly place: number;
  readonly last: number;
}

/** Both roots on the way up; null where the proof has too few or too many hashes. */
function climb(
  start: Step,
  first: Hash,
  proof: readonly Hash[],
): { readonly old: Hash; readonly grown: Hash } | null {
  let { place, last } = start;
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let old = first;
  let grown = first;
  for (const hash of proof) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      old = nodeHash(hash, old);
      grown = nodeHash(hash, grown);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      grown = nodeHash(grown, hash);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? { old, grown } : null;
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}

function half(value: number): number {
  return Math.floor(value / 2);
}
