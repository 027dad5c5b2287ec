import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consistencyProof, type Growth, isConsistent } from './consistency-proof.js';
import { inclusionProof, isIncluded } from './inclusion-proof.js';
import { emptyRoot, type Hash, leafHash, nodeHash } from './merkle-hash.js';
import type { MerkleNode } from './merkle-node.js';
import { append, type HashOf, rootOf } from './merkle-tree.js';

/** The entries and roots that implementations of Certificate Transparency are tested with. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** A tree that grew in the given steps, and what was read from it. */
class GrowingTree {
  readonly leaves: Hash[] = [];
  readonly read: MerkleNode[] = [];
  private readonly nodes = new Map<string, Hash>();

  readonly hashOf: HashOf = (node) => {
    this.read.push(node);
    return this.nodes.get(`${node.level}/${node.index}`)!;
  };

  add(leaves: readonly Hash[]): void {
    for (const { level, index, hash } of append(this.leaves.length, leaves, this.hashOf))
      this.nodes.set(`${level}/${index}`, hash);
    this.leaves.push(...leaves);
  }

  root(size = this.leaves.length): Hash {
    return rootOf(size, this.hashOf);
  }
}

function treeOf(size: number): GrowingTree {
  const tree = new GrowingTree();
  tree.add(Array.from({ length: size }, (_, n) => leafHash(Buffer.from(`entry ${n}`))));
  return tree;
}

/** Straight from the definition of RFC 6962. */
function rootByDefinition(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const left = rootByDefinition(leaves.slice(0, split));
  return nodeHash(left, rootByDefinition(leaves.slice(split)));
}

function tampered(hash: Hash): Hash {
  const copy = Buffer.from(hash);
  copy[0]! ^= 1;
  return copy;
}

describe('the tree over the entries', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))(
    'has the published root at size %d',
    (size, root) => {
      const tree = new GrowingTree();
      tree.add(ENTRIES.map(leafHash));
      expect(tree.root(size).toString('hex')).toBe(root);
    },
  );

  it('does not depend on how many leaves came at once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (steps) => {
        const tree = new GrowingTree();
        for (const step of steps) {
          const from = tree.leaves.length;
          tree.add(Array.from({ length: step }, (_, n) => leafHash(Buffer.from([from + n]))));
          expect(tree.root()).toEqual(rootByDefinition(tree.leaves));
        }
      }),
    );
  });

  it('keeps the roots that it had', () => {
    const tree = treeOf(100);
    for (let size = 0; size <= 100; size += 1)
      expect(tree.root(size)).toEqual(rootByDefinition(tree.leaves.slice(0, size)));
  });
});

const PLACES = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));
const big = treeOf(300);

describe('a proof that a leaf is there', () => {
  it('convinces for every leaf of every tree up to 70', () => {
    for (let size = 1; size <= 70; size += 1)
      for (let index = 0; index < size; index += 1) {
        const claim = { index, size, leaf: big.leaves[index]!, root: big.root(size) };
        expect(isIncluded(claim, inclusionProof({ index, size }, big.hashOf))).toBe(true);
      }
  });

  it('convinces of nothing else', () => {
    fc.assert(
      fc.property(PLACES, fc.nat(), ({ index, size }, spoil) => {
        const proof = inclusionProof({ index, size }, big.hashOf);
        const claim = { index, size, leaf: big.leaves[index]!, root: big.root(size) };
        const place = proof.length === 0 ? -1 : spoil % proof.length;
        const spoilt = proof.map((hash, at) => (at === place ? tampered(hash) : hash));
        if (place >= 0) expect(isIncluded(claim, spoilt)).toBe(false);
        expect(isIncluded(claim, [...proof, claim.leaf])).toBe(false);
        expect(isIncluded({ ...claim, leaf: tampered(claim.leaf) }, proof)).toBe(false);
        expect(isIncluded({ ...claim, root: tampered(claim.root) }, proof)).toBe(false);
        expect(isIncluded({ ...claim, index: size }, proof)).toBe(false);
        if (index > 0) expect(isIncluded({ ...claim, index: index - 1 }, proof)).toBe(false);
        if (proof.length > 0) expect(isIncluded(claim, proof.slice(1))).toBe(false);
      }),
    );
  });

  it('reads few nodes: as many as a number has binary digits, squared at most', () => {
    const tree = treeOf(5_000);
    tree.read.length = 0;
    inclusionProof({ index: 4_999, size: 5_000 }, tree.hashOf);
    inclusionProof({ index: 0, size: 5_000 }, tree.hashOf);
    expect(tree.read.length).toBeLessThan(2 * 2 * Math.ceil(Math.log2(5_000)));
  });

  it('is refused for a leaf that is not there', () => {
    for (const index of [-1, 3, 0.5])
      expect(() => inclusionProof({ index, size: 3 }, big.hashOf)).toThrow(RangeError);
  });
});

function consistencyClaim({ before, after }: Growth) {
  return { before, after, rootBefore: big.root(before), rootAfter: big.root(after) };
}

describe('a proof that the log only grew', () => {
  it('convinces for all sizes up to 70', () => {
    for (let after = 1; after <= 70; after += 1)
      for (let before = 1; before <= after; before += 1) {
        const proof = consistencyProof({ before, after }, big.hashOf);
        expect(isConsistent(consistencyClaim({ before, after }), proof)).toBe(true);
      }
  });

  it('convinces of nothing else', () => {
    fc.assert(
      fc.property(PLACES, fc.nat(), ({ index, size }, spoil) => {
        const growth = { before: index + 1, after: size };
        const proof = consistencyProof(growth, big.hashOf);
        const claim = consistencyClaim(growth);
        const place = proof.length === 0 ? -1 : spoil % proof.length;
        const spoilt = proof.map((hash, at) => (at === place ? tampered(hash) : hash));
        if (place >= 0) expect(isConsistent(claim, spoilt)).toBe(false);
        expect(isConsistent(claim, [...proof, claim.rootAfter])).toBe(false);
        const changed = { ...claim, rootBefore: tampered(claim.rootBefore) };
        expect(isConsistent(changed, proof)).toBe(false);
        expect(isConsistent({ ...claim, rootAfter: tampered(claim.rootAfter) }, proof)).toBe(false);
        if (proof.length > 0) expect(isConsistent(claim, proof.slice(1))).toBe(false);
      }),
    );
  });

  it('is refused where nothing grew', () => {
    for (const growth of [
      { before: 0, after: 3 },
      { before: 4, after: 3 },
    ])
      expect(() => consistencyProof(growth, big.hashOf)).toThrow(RangeError);
  });
});
