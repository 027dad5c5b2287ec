import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GrowingTree } from './growing-tree.js';
import { emptyRoot, type Hash, leafHash } from './merkle-hash.js';
import { completeSubtrees } from './merkle-node.js';
import { append, type HashOf, rangeHash, rootOf } from './merkle-tree.js';

function leavesOf(count: number): Hash[] {
  return Array.from({ length: count }, (_, n) => leafHash(Buffer.from(`entry ${n}`)));
}

/** Every node of the tree, as it is stored. */
function nodesOf(leaves: readonly Hash[]): HashOf {
  const nodes = new Map(
    append(0, leaves, () => emptyRoot()).map(({ level, index, hash }) => [
      `${level}/${index}`,
      hash,
    ]),
  );
  return ({ level, index }) => nodes.get(`${level}/${index}`)!;
}

describe('a tree that keeps its edge alone', () => {
  it('has the root of the whole tree at every size', () => {
    const leaves = leavesOf(100);
    const hashOf = nodesOf(leaves);
    const tree = new GrowingTree();
    expect(tree.root()).toEqual(emptyRoot());
    for (const leaf of leaves) {
      tree.add(leaf);
      expect(tree.root()).toEqual(rootOf(tree.size, hashOf));
    }
  });

  it('goes on from anywhere with the subtrees before', () => {
    const leaves = leavesOf(90);
    const hashOf = nodesOf(leaves);
    fc.assert(
      fc.property(fc.nat(90), (size) => {
        const ranges = completeSubtrees({ from: 0, until: size });
        const edge = ranges.map((node) => hashOf(node));
        const tree = new GrowingTree({ size, edge });
        for (const leaf of leaves.slice(size)) tree.add(leaf);
        expect(tree.root()).toEqual(rangeHash({ from: 0, until: 90 }, hashOf));
        expect(new GrowingTree({ size, edge }).edgeHashes()).toEqual(edge);
      }),
    );
  });

  it('is not begun with an edge that does not fit', () => {
    expect(() => new GrowingTree({ size: 3, edge: leavesOf(1) })).toThrow(RangeError);
  });
});
