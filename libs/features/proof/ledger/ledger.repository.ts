import { setImmediate as breath } from 'node:timers/promises';
import { hashOfLeafText, type Leaf, leafKey, leafText } from '#rules/ledger/leaf.js';
import { fillTiles, hashesAtLevel } from '#rules/ledger/tile.js';
import type { Hash } from '#rules/ledger/merkle-hash.js';
import { type CopiedTable, copyRows } from '#platform/persistence/copy-rows.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { storedSubject } from './leaf-subject.js';
import { readEdge } from './tile.reader.js';

const LEAVES: CopiedTable = {
  name: 'ledger_leaves',
  columns: {
    index: 'int8',
    kind: 'text',
    subject: 'uuid',
    key: 'bytea',
    content: 'text',
    hash: 'bytea',
  },
};
const TILES: CopiedTable = {
  name: 'ledger_tiles',
  columns: { level: 'int2', index: 'int8', hashes: 'bytea', root: 'bytea' },
};

/** Leaves that are hashed in one go: a few milliseconds. */
const SLICE = 500;

/** As many first bytes of a hash as a number holds exactly. */
const FIRST_BYTES = 6;

/** A leaf made ready for its place. */
interface HashedLeaf {
  readonly leaf: Leaf;
  readonly text: string;
  readonly hash: Hash;
  /** Its first bytes as a number, which differ nearly always and are quick to compare. */
  readonly first: number;
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
    const leaves = sortedByHash(await hashedInSlices(batch));
    await copyRows(this.manager, LEAVES, leaves, ({ leaf, text, hash }, place) => [
      size + place,
      leaf.kind,
      storedSubject(leaf),
      Buffer.from(leafKey(leaf), 'hex'),
      text,
      hash,
    ]);
    const hashes = leaves.map(({ hash }) => hash);
    const edges = await this.readEdges(size, hashes.length);
    const tiles = fillTiles(size, hashes, (level) => edges[level] ?? []);
    await copyRows(this.manager, TILES, tiles, (tile) => [
      tile.level,
      tile.index,
      tile.hashes,
      tile.root,
    ]);
    return size + leaves.length;
  }

  /** The edges of the levels that so many new leaves reach. */
  private async readEdges(size: number, added: number): Promise<Hash[][]> {
    const edges: Hash[][] = [];
    for (let level = 0; isReached(level, size, added); level += 1)
      edges.push(await readEdge(this.manager, level, size));
    return edges;
  }
}

/** A portal in the same process answers in between. */
async function hashedInSlices(batch: readonly Leaf[]): Promise<HashedLeaf[]> {
  const done: HashedLeaf[] = [];
  for (let from = 0; from < batch.length; from += SLICE) {
    if (from > 0) await breath();
    for (const leaf of batch.slice(from, from + SLICE)) done.push(hashed(leaf));
  }
  return done;
}

function hashed(leaf: Leaf): HashedLeaf {
  const text = leafText(leaf);
  const hash = hashOfLeafText(text);
  return { leaf, text, hash, first: hash.readUIntBE(0, FIRST_BYTES) };
}

function sortedByHash(leaves: readonly HashedLeaf[]): HashedLeaf[] {
  return leaves.toSorted((a, b) => a.first - b.first || a.hash.compare(b.hash));
}

/** Level 0 always; a level above where the one below fills a tile. */
function isReached(level: number, size: number, added: number): boolean {
  return level === 0 || hashesAtLevel(level, size + added) > hashesAtLevel(level, size);
}
