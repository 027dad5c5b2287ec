import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Hash } from '#rules/ledger/merkle-hash.js';
import { completeSubtrees, type LeafRange } from '#rules/ledger/merkle-node.js';
import type { HashOf } from '#rules/ledger/merkle-tree.js';
import {
  hashesAtLevel,
  hashFromTile,
  TILE_WIDTH,
  tileKey,
  tileOf,
  type TilePlace,
  tilesOf,
} from '#rules/ledger/tile.js';

/** What some ranges of the tree need, read beforehand. */
export interface ReadTiles {
  readonly hashOf: HashOf;
  /** Tiles that were read. */
  readonly reads: number;
}

type Questions = Pick<EntityManager, 'query'>;

/** Reads the tiles of the stored tree. */
@Injectable()
export class TileReader {
  constructor(private readonly dataSource: DataSource) {}

  /** @param size leaves of the tree that the ranges belong to; a larger one may be stored */
  read(ranges: readonly LeafRange[], size: number): Promise<ReadTiles> {
    return readTiles(this.dataSource, ranges, size);
  }
}

/** As {@link TileReader} does, also within a transaction. */
export async function readTiles(
  database: Questions,
  ranges: readonly LeafRange[],
  size: number,
): Promise<ReadTiles> {
  const places = tilesOf(ranges.flatMap(completeSubtrees));
  const tiles = new Map<string, Buffer>();
  const full = places.filter((tile) => isFull(tile, size));
  for (const row of await readFull(database, full)) tiles.set(tileKey(row), row.hashes);
  for (const tile of places.filter((place) => !isFull(place, size)))
    tiles.set(tileKey(tile), Buffer.concat(await readEdge(database, tile.level, size)));
  return { hashOf: (node) => hashFromTile(node, found(tiles, tileOf(node))), reads: tiles.size };
}

/** The hashes of the tile of a level that is not full in a tree of that size: those below it. */
export async function readEdge(database: Questions, level: number, size: number): Promise<Hash[]> {
  const until = hashesAtLevel(level, size);
  const from = until - (until % TILE_WIDTH);
  if (from === until) return [];
  const rows: { hash: Hash }[] =
    level === 0
      ? await database.query(LEAF_HASHES, [from, until])
      : await database.query(TILE_ROOTS, [level - 1, from, until]);
  return rows.map(({ hash }) => hash);
}

async function readFull(
  database: Questions,
  tiles: readonly TilePlace[],
): Promise<(TilePlace & { hashes: Buffer })[]> {
  if (tiles.length === 0) return [];
  return database.query(FULL_TILES, [
    tiles.map(({ level }) => level),
    tiles.map(({ index }) => index),
  ]);
}

function isFull({ level, index }: TilePlace, size: number): boolean {
  return (index + 1) * TILE_WIDTH <= hashesAtLevel(level, size);
}

function found(tiles: ReadonlyMap<string, Buffer>, place: TilePlace): Buffer {
  return tiles.get(tileKey(place)) ?? Buffer.alloc(0);
}

const FULL_TILES = `
  select t.level, t.index::float8 as index, t.hashes
  from unnest($1::smallint[], $2::bigint[]) as asked(level, index)
  join ledger_tiles t on t.level = asked.level and t.index = asked.index`;

const LEAF_HASHES = `
  select hash from ledger_leaves where index >= $1 and index < $2 order by index`;

const TILE_ROOTS = `
  select root as hash from ledger_tiles where level = $1 and index >= $2 and index < $3
  order by index`;
