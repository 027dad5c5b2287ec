import { hashOfLeafText, leafKey, parseLeaf } from '#rules/ledger/leaf.js';
import { HASH_BYTES, type Hash } from '#rules/ledger/merkle-hash.js';
import {
  fillTiles,
  type FullTile,
  TILE_WIDTH,
  tileKey,
  type TilePlace,
} from '#rules/ledger/tile.js';
import { storedSubject } from '../leaf-subject.js';
import { GrownTree } from './grown-tree.js';
import type { LedgerFaults } from './ledger-fault.js';
import type { Snapshot } from './snapshot.js';

interface StoredLeaf {
  readonly index: number;
  readonly kind: string;
  readonly subject: string;
  readonly key: string;
  readonly content: string;
  readonly hash: Hash;
}

interface StoredTile extends TilePlace {
  readonly hashes: Buffer;
  readonly root: Hash;
}

/** What the entries themselves lead to. */
export interface CheckedLeaves {
  readonly size: number;
  /** Root over the first entries, for every size that was asked for. */
  readonly roots: ReadonlyMap<number, Hash>;
  /** Entries that differ from the tile over them: which of the two is wrong, the checkpoints tell. */
  readonly besideTiles: ReadonlyMap<number, 'changed' | 'moved'>;
  readonly differingTiles: readonly string[];
}

/**
 * Reads the whole log: is each entry there once, is its hash its own, do the tiles fit? A missing
 * entry is replaced by the hash in its tile, so that one gap does not hide what comes after it.
 */
export class CheckLeaves {
  private readonly tree = new GrownTree();
  private readonly roots = new Map<number, Hash>();
  private readonly besideTiles = new Map<number, 'changed' | 'moved'>();
  private readonly differingTiles: string[] = [];
  /** Hashes of each level since its last full tile. */
  private readonly edges: Hash[][] = [];

  private constructor(
    private readonly tiles: ReadonlyMap<string, StoredTile>,
    private readonly sizes: ReadonlySet<number>,
    private readonly faults: LedgerFaults,
  ) {}

  static async run(
    snapshot: Snapshot,
    sizes: ReadonlySet<number>,
    faults: LedgerFaults,
  ): Promise<CheckedLeaves> {
    const tiles = await readTiles(snapshot);
    const check = new CheckLeaves(tiles, sizes, faults);
    check.markRoot();
    for await (const leaf of snapshot.rows<StoredLeaf>(LEAVES)) check.take(leaf);
    return check.end();
  }

  private take(leaf: StoredLeaf): void {
    while (this.tree.size < leaf.index) this.bridge();
    const own = hashOfLeafText(leaf.content);
    if (!isItself(leaf, own)) this.faults.add('ledger_leaves', 'changed', `entry ${leaf.index}`);
    else this.compareWithTile(leaf.index, own);
    this.grow(own);
  }

  /** An entry is missing: its tile may know its hash. */
  private bridge(): void {
    const index = this.tree.size;
    this.faults.add('ledger_leaves', 'deleted', `entry ${index}`);
    this.grow(this.inTile(index) ?? Buffer.alloc(HASH_BYTES));
  }

  private compareWithTile(index: number, own: Hash): void {
    const signed = this.inTile(index);
    if (!signed || signed.equals(own)) return;
    const tile = this.tiles.get(`0/${Math.floor(index / TILE_WIDTH)}`)!;
    this.besideTiles.set(index, isInTile(tile, own) ? 'moved' : 'changed');
  }

  private inTile(index: number): Hash | null {
    const tile = this.tiles.get(`0/${Math.floor(index / TILE_WIDTH)}`);
    return tile ? hashIn(tile, index % TILE_WIDTH) : null;
  }

  private grow(hash: Hash): void {
    const edge = (this.edges[0] ??= []);
    if (edge.length === TILE_WIDTH - 1) this.fill(hash);
    else edge.push(hash);
    this.tree.add(hash);
    this.markRoot();
  }

  /** The hash fills a tile, and its root perhaps one above. */
  private fill(hash: Hash): void {
    const filled = fillTiles(this.tree.size, [hash], (level) => this.edges[level] ?? []);
    for (const tile of filled) {
      this.compareTile(tile);
      this.edges[tile.level] = [];
    }
    const highest = filled.at(-1)!;
    (this.edges[highest.level + 1] ??= []).push(highest.root);
  }

  private compareTile(tile: FullTile): void {
    const stored = this.tiles.get(tileKey(tile));
    if (!stored) this.faults.add('ledger_tiles', 'deleted', `tile ${tileKey(tile)}`);
    else if (!stored.hashes.equals(tile.hashes) || !stored.root.equals(tile.root))
      this.differingTiles.push(tileKey(tile));
  }

  private markRoot(): void {
    if (this.sizes.has(this.tree.size)) this.roots.set(this.tree.size, this.tree.root());
  }

  private end(): CheckedLeaves {
    const { size } = this.tree;
    for (const key of this.tiles.keys())
      if (isBeyond(key, size)) this.faults.add('ledger_tiles', 'inserted', `tile ${key}`);
    const { roots, besideTiles, differingTiles } = this;
    return { size, roots, besideTiles, differingTiles };
  }
}

/** Its hash, its key and what it belongs to follow from its text. */
function isItself({ content, hash, key, kind, subject }: StoredLeaf, own: Hash): boolean {
  const leaf = parseLeaf(content);
  if (!leaf || !own.equals(hash)) return false;
  return leaf.kind === kind && leafKey(leaf) === key && storedSubject(leaf) === subject;
}

function isBeyond(key: string, size: number): boolean {
  const [level, index] = key.split('/').map(Number) as [number, number];
  return (index + 1) * TILE_WIDTH ** (level + 1) > size;
}

function hashIn({ hashes }: StoredTile, place: number): Hash {
  return hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
}

function isInTile(tile: StoredTile, sought: Hash): boolean {
  return Array.from({ length: TILE_WIDTH }, (_, place) => hashIn(tile, place)).some((hash) =>
    hash.equals(sought),
  );
}

async function readTiles(snapshot: Snapshot): Promise<ReadonlyMap<string, StoredTile>> {
  const rows = await snapshot.query<StoredTile>(
    `select level, index::float8 as index, hashes, root from ledger_tiles`,
  );
  return new Map(rows.map((tile) => [tileKey(tile), tile]));
}

const LEAVES = `
  select index::float8 as index, kind, subject, encode(key, 'hex') as key, content, hash
  from ledger_leaves order by index`;
