import { hashOfLeafText, type Leaf, leafKey, leafSubject, leafText } from '#rules/ledger/leaf.js';
import { type FullTile, fillTiles, hashesAtLevel } from '#rules/ledger/tile.js';
import type { Hash } from '#rules/ledger/merkle-hash.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { readEdge } from './tile.reader.js';

/** Rows that one statement stores: larger arrays gain nothing. */
const CHUNK = 5_000;

/** A leaf made ready for its place. */
interface HashedLeaf {
  readonly leaf: Leaf;
  readonly text: string;
  readonly hash: Hash;
}

/** Makes the log longer; nothing else can be done to it. */
export class LedgerRepository extends TransactionalRepository {
  /** Locks the end of the log: one process at a time makes it longer. @returns its size */
  async lockEnd(): Promise<number> {
    // Made here and not by a migration: a restored backup brings its own.
    await this.manager.query(`insert into ledger_horizon default values on conflict do nothing`);
    await this.manager.query(`select from ledger_horizon for update`);
    const [row]: { size: number }[] = await this.manager.query(
      `select coalesce(max(index) + 1, 0)::float8 as size from ledger_leaves`,
    );
    return row!.size;
  }

  /** Of this log; a backup brings it along. */
  async logId(): Promise<string> {
    const [row]: { id: string }[] = await this.manager.query(
      `select log_id as id from ledger_horizon`,
    );
    return row!.id;
  }

  /**
   * Puts a batch behind the log of that size, sorted by hash.
   *
   * @returns the log's new size
   */
  async append(size: number, batch: readonly Leaf[]): Promise<number> {
    const leaves = batch.map(hashed).toSorted((a, b) => a.hash.compare(b.hash));
    for (let from = 0; from < leaves.length; from += CHUNK)
      await this.addLeaves(size + from, leaves.slice(from, from + CHUNK));
    const hashes = leaves.map(({ hash }) => hash);
    const edges = await this.readEdges(size, hashes.length);
    await this.addTiles(fillTiles(size, hashes, (level) => edges[level] ?? []));
    return size + leaves.length;
  }

  private async addLeaves(index: number, leaves: readonly HashedLeaf[]): Promise<void> {
    await this.manager.query(ADD_LEAVES, [
      index,
      leaves.map(({ leaf }) => leaf.kind),
      leaves.map(({ leaf }) => leafSubject(leaf)),
      leaves.map(({ leaf }) => leafKey(leaf)),
      leaves.map(({ text }) => text),
      leaves.map(({ hash }) => hash.toString('hex')),
    ]);
  }

  /** The edges of the levels that so many new leaves reach. */
  private async readEdges(size: number, added: number): Promise<Hash[][]> {
    const edges: Hash[][] = [];
    for (let level = 0; isReached(level, size, added); level += 1)
      edges.push(await readEdge(this.manager, level, size));
    return edges;
  }

  private async addTiles(tiles: readonly FullTile[]): Promise<void> {
    for (let from = 0; from < tiles.length; from += CHUNK) {
      const part = tiles.slice(from, from + CHUNK);
      await this.manager.query(ADD_TILES, [
        part.map(({ level }) => level),
        part.map(({ index }) => index),
        part.map(({ hashes }) => hashes.toString('hex')),
        part.map(({ root }) => root.toString('hex')),
      ]);
    }
  }
}

function hashed(leaf: Leaf): HashedLeaf {
  const text = leafText(leaf);
  return { leaf, text, hash: hashOfLeafText(text) };
}

/** Level 0 always; a level above where the one below fills a tile. */
function isReached(level: number, size: number, added: number): boolean {
  return level === 0 || hashesAtLevel(level, size + added) > hashesAtLevel(level, size);
}

const ADD_LEAVES = `
  insert into ledger_leaves (index, kind, subject, key, content, hash)
  select $1::bigint + place - 1, kind, subject, decode(key, 'hex'), content, decode(hash, 'hex')
  from unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[])
    with ordinality as leaves(kind, subject, key, content, hash, place)`;

const ADD_TILES = `
  insert into ledger_tiles (level, index, hashes, root)
  select level, index, decode(hashes, 'hex'), decode(root, 'hex')
  from unnest($1::smallint[], $2::bigint[], $3::text[], $4::text[]) as tiles(level, index, hashes, root)`;
