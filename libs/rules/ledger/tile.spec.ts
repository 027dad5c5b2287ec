import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HASH_BYTES, type Hash, leafHash } from './merkle-hash.js';
import { completeSubtrees, type MerkleNode } from './merkle-node.js';
import { append, rootOf } from './merkle-tree.js';
import { fillTiles, hashesAtLevel, hashFromTile, TILE_WIDTH, tileKey, tileOf } from './tile.js';

const LEAVES = Array.from({ length: 3 * TILE_WIDTH + 70 }, (_, n) =>
  leafHash(Buffer.from(`entry ${n}`)),
);

/** A tree kept in tiles alone, grown in steps. */
class TiledTree {
  readonly leaves: Hash[] = [];
  private readonly tiles = new Map<string, Buffer>();
  private readonly roots: Hash[][] = [];

  add(leaves: readonly Hash[]): void {
    const size = this.leaves.length;
    for (const tile of fillTiles(size, leaves, (level) => this.edge(level))) {
      this.tiles.set(tileKey(tile), tile.hashes);
      (this.roots[tile.level] ??= []).push(tile.root);
    }
    this.leaves.push(...leaves);
  }

  hashOf = (node: MerkleNode): Hash => {
    const tile = tileOf(node);
    const full = this.tiles.get(tileKey(tile));
    return hashFromTile(node, full ?? Buffer.concat(this.edge(tile.level)));
  };

  private edge(level: number): Hash[] {
    const hashes = level === 0 ? this.leaves : (this.roots[level - 1] ?? []);
    return hashes.slice(hashes.length - (hashes.length % TILE_WIDTH));
  }
}

function plainRoot(leaves: readonly Hash[]): Hash {
  const nodes = new Map(
    append(0, leaves, () => leaves[0]!).map(({ level, index, hash }) => [
      tileKey({ level, index }),
      hash,
    ]),
  );
  return rootOf(leaves.length, (node) => nodes.get(tileKey(node))!);
}

describe('a tree kept in tiles', () => {
  it('has the root of the plain tree, however it grew', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(steps, (sizes) => {
        const tree = new TiledTree();
        for (const size of sizes) {
          const from = tree.leaves.length;
          tree.add(LEAVES.slice(from, Math.min(from + size, LEAVES.length)));
        }
        const { length } = tree.leaves;
        expect(rootOf(length, tree.hashOf)).toEqual(plainRoot(LEAVES.slice(0, length)));
      }),
    );
  });

  it.each([
    [TILE_WIDTH - 1, 0],
    [TILE_WIDTH, 1],
    [TILE_WIDTH + 1, 1],
    [2 * TILE_WIDTH, 2],
  ])('of %i leaves has %i full tiles', (size, full) => {
    expect(fillTiles(0, LEAVES.slice(0, size), () => [])).toHaveLength(full);
  });

  it('reaches the level above with the leaf that fills 256 tiles', () => {
    const leaves = Array.from({ length: TILE_WIDTH ** 2 }, () => LEAVES[0]!);
    const tiles = fillTiles(0, leaves, () => []);
    expect(tiles.at(-1)).toMatchObject({ level: 1, index: 0 });
    expect(tiles).toHaveLength(TILE_WIDTH + 1);
  });

  it('is read in a few tiles, at most two for each level', () => {
    const tiles = completeSubtrees({ from: 0, until: 1_000_000 }).map(tileOf).map(tileKey);
    expect(new Set(tiles)).toEqual(new Set(['2/0', '1/15', '0/3906']));
  });

  it('says how many hashes stand at a level', () => {
    expect([0, 1, 2].map((level) => hashesAtLevel(level, 1_000_000))).toEqual([
      1_000_000, 3906, 15,
    ]);
  });

  it('does not compute with a tile that ends too early', () => {
    const short = Buffer.alloc(3 * HASH_BYTES);
    expect(() => hashFromTile({ level: 2, index: 0 }, short)).toThrow(RangeError);
    expect(() => hashFromTile({ level: 0, index: 3 }, short)).toThrow(RangeError);
    expect(hashFromTile({ level: 0, index: 2 }, short)).toEqual(Buffer.alloc(HASH_BYTES));
  });
});
