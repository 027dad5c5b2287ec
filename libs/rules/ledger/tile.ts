import { HASH_BYTES, type Hash, nodeHash } from './merkle-hash.js';
import type { MerkleNode } from './merkle-node.js';

/** A tile holds the hashes of this many neighbouring subtrees of one size. */
export const TILE_WIDTH = 256;

const TILE_HEIGHT = 8;

/**
 * 256 hashes side by side: level 0 holds leaves, level 1 the roots of tiles of level 0, and so on, as
 * C2SP tlog-tiles has them. A full tile never changes again.
 */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** A tile with the hashes in it, 32 bytes each, one after another. */
export interface Tile extends TilePlace {
  readonly hashes: Buffer;
}

/** A tile that has just become full. */
export interface FullTile extends Tile {
  /** The one hash over all of it: an entry of the level above. */
  readonly root: Hash;
}

/**
 * The tile that a complete subtree is computed from.
 *
 * @example tileOf({ level: 9, index: 3 }) // → { level: 1, index: 0 }
 */
export function tileOf({ level, index }: MerkleNode): TilePlace {
  const within = level % TILE_HEIGHT;
  return {
    level: (level - within) / TILE_HEIGHT,
    index: Math.floor((index * 2 ** within) / TILE_WIDTH),
  };
}

/** The tiles that some subtrees need, each once. */
export function tilesOf(nodes: readonly MerkleNode[]): readonly TilePlace[] {
  return [...new Map(nodes.map(tileOf).map((tile) => [tileKey(tile), tile])).values()];
}

/** A tile's place as one word, for looking it up. */
export function tileKey({ level, index }: TilePlace): string {
  return `${level}/${index}`;
}

/**
 * Hash of a complete subtree, computed from its tile.
 *
 * @throws RangeError where the tile does not reach as far
 */
export function hashFromTile(node: MerkleNode, hashes: Buffer): Hash {
  const width = 2 ** (node.level % TILE_HEIGHT);
  const from = (node.index * width) % TILE_WIDTH;
  if (hashes.length < (from + width) * HASH_BYTES) throw new RangeError('A tile is too short');
  return rootOfHashes(split(hashes.subarray(from * HASH_BYTES, (from + width) * HASH_BYTES)));
}

/** Hashes that stand in the tiles of a level of a tree, full tiles or not. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/**
 * The tiles that new leaves fill, of every level.
 *
 * @param size leaves in the tree so far
 * @param edgeOf hashes of the tile of a level that is not full yet, in a tree of that size
 */
export function fillTiles(
  size: number,
  leaves: readonly Hash[],
  edgeOf: (level: number) => readonly Hash[],
): readonly FullTile[] {
  const filled: FullTile[] = [];
  let risen = leaves;
  for (let level = 0; risen.length > 0; level += 1) {
    const first = Math.floor(hashesAtLevel(level, size) / TILE_WIDTH);
    const tiles = cut([...edgeOf(level), ...risen], { level, index: first });
    filled.push(...tiles);
    risen = tiles.map((tile) => tile.root);
  }
  return filled;
}

function cut(hashes: readonly Hash[], { level, index }: TilePlace): readonly FullTile[] {
  return Array.from({ length: Math.floor(hashes.length / TILE_WIDTH) }, (_, place) => {
    const own = hashes.slice(place * TILE_WIDTH, (place + 1) * TILE_WIDTH);
    return { level, index: index + place, hashes: Buffer.concat(own), root: rootOfHashes(own) };
  });
}

function rootOfHashes(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1) {
    const below = row;
    row = Array.from({ length: below.length / 2 }, (_, place) =>
      nodeHash(below[2 * place]!, below[2 * place + 1]!),
    );
  }
  return row[0]!;
}

function split(hashes: Buffer): readonly Hash[] {
  return Array.from({ length: hashes.length / HASH_BYTES }, (_, place) =>
    hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
  );
}
