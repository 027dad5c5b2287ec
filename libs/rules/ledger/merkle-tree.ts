import { emptyRoot, type Hash, nodeHash } from './merkle-hash.js';
import { completeSubtrees, type LeafRange, type MerkleNode } from './merkle-node.js';

/** Gives the hash of a complete subtree from wherever it is kept. */
export type HashOf = (node: MerkleNode) => Hash;

/**
 * The root over the first `size` leaves.
 *
 * RFC 6962 section 2.1: the tree splits at the largest power of two below its size, so its complete
 * subtrees are joined from the right.
 *
 * @example rootOf(1, () => hash) // → hash
 */
export function rootOf(size: number, hashOf: HashOf): Hash {
  return size === 0 ? emptyRoot() : rangeHash({ from: 0, until: size }, hashOf);
}

/** Hash over a range of leaves that is a subtree of some tree. */
export function rangeHash(range: LeafRange, hashOf: HashOf): Hash {
  return completeSubtrees(range)
    .map(hashOf)
    .reduceRight((right, left) => nodeHash(left, right));
}

/** A complete subtree that has just come into being. */
export interface NewNode extends MerkleNode {
  readonly hash: Hash;
}

/**
 * The nodes that new leaves add to a tree: the leaves and every subtree that they complete. Costs
 * as many hashes as there are new nodes, whatever the size of the tree.
 *
 * @param size leaves in the tree so far
 * @param hashOf hashes of {@link completeSubtrees} of the tree so far; nothing else is asked for
 * @example append(1, [b], hashOf) // → [{ level: 0, index: 1, hash: b }, { level: 1, index: 0, … }]
 */
export function append(size: number, leaves: readonly Hash[], hashOf: HashOf): readonly NewNode[] {
  const edge = completeSubtrees({ from: 0, until: size }).map((node): NewNode => ({
    ...node,
    hash: hashOf(node),
  }));
  return leaves.flatMap((hash, place) => addLeaf(edge, { level: 0, index: size + place, hash }));
}

/** Joins subtrees of one size from the right, as carrying does when adding one. */
function addLeaf(edge: NewNode[], leaf: NewNode): readonly NewNode[] {
  const added = [leaf];
  let node = leaf;
  while (edge.at(-1)?.level === node.level) {
    const hash = nodeHash(edge.pop()!.hash, node.hash);
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash };
    added.push(node);
  }
  edge.push(node);
  return added;
}
