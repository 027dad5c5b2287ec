import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Json } from '#rules/ledger/canonical-json.js';
import { consistencyRanges, type Growth } from '#rules/ledger/consistency-proof.js';
import { siblingsOf, type LeafPlace } from '#rules/ledger/inclusion-proof.js';
import type { Hash } from '#rules/ledger/merkle-hash.js';
import { completeSubtrees, type LeafRange, leavesUnder } from '#rules/ledger/merkle-node.js';
import { rangeHash, rootOf } from '#rules/ledger/merkle-tree.js';
import { COUNTS, QUARANTINES, RESULTS } from './sources/decision-sources.js';
import { TileReader } from './tile.reader.js';

/** An entry of the log. */
export interface LeafRow {
  readonly index: number;
  /** Canonical JSON: `parseLeaf` reads it, `hashOfLeafText` hashes it. */
  readonly content: string;
  readonly hash: Hash;
}

/** A signed statement about the log at a moment. */
export interface CheckpointRow {
  readonly number: string;
  readonly size: number;
  readonly root: Hash;
  /** C2SP tlog-checkpoint, signed. */
  readonly note: string;
  readonly signedAt: Date;
}

/** The hashes of a proof, and how many tiles were read for them. */
export interface Proof {
  readonly hashes: readonly Hash[];
  readonly reads: number;
}

/** An entry under the latest checkpoint, with what shows that it stands there. */
export interface SealedLeaf {
  readonly leaf: LeafRow;
  readonly checkpoint: CheckpointRow;
  readonly hashes: readonly Hash[];
}

/** Questions about the log that everybody may ask. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tiles: TileReader,
  ) {}

  /** Leaves in the log, sealed by a checkpoint or not. */
  async size(): Promise<number> {
    const [row]: { size: number }[] = await this.dataSource.query(
      `select coalesce(max(index) + 1, 0)::float8 as size from ledger_leaves`,
    );
    return row!.size;
  }

  /** Leaves `from` … `until − 1`. */
  async listLeaves({ from, until }: LeafRange): Promise<LeafRow[]> {
    return this.dataSource.query(`${LEAF} where index >= $1 and index < $2 order by index`, [
      from,
      until,
    ]);
  }

  /**
   * Leaves of one round or petition in the sequence of the log, a part at a time.
   *
   * @param after index of the last leaf of the part before, −1 for the first part
   */
  async listLeavesOf(subject: string, after: number, limit: number): Promise<LeafRow[]> {
    return this.dataSource.query(
      `${LEAF} where subject = $1 and index > $2 order by index limit $3`,
      [subject, after, limit],
    );
  }

  /**
   * @param subject the round or petition that the entry belongs to
   * @param key `leafKey` of the rules: for a ballot or a signature the digest of its receipt
   */
  async findLeaf(subject: string, key: string): Promise<LeafRow | null> {
    const rows: LeafRow[] = await this.dataSource.query(
      `${LEAF} where subject = $1 and key = decode($2, 'hex')`,
      [subject, key],
    );
    return rows[0] ?? null;
  }

  async findLatestCheckpoint(): Promise<CheckpointRow | null> {
    const [latest] = await this.listCheckpoints(1);
    return latest ?? null;
  }

  /**
   * The newest first.
   *
   * @param before number of the last checkpoint of the part before
   */
  async listCheckpoints(limit: number, before: string | null = null): Promise<CheckpointRow[]> {
    return this.dataSource.query(
      `${CHECKPOINT} where $2::bigint is null or id < $2 order by id desc limit $1`,
      [limit, before],
    );
  }

  /** Entries that a checkpoint stands over: those that are shown. */
  async sealedSize(): Promise<number> {
    return (await this.findLatestCheckpoint())?.size ?? 0;
  }

  /** Null where there is no such entry, or no checkpoint over it yet. */
  async findSealed(subject: string, key: string): Promise<SealedLeaf | null> {
    const leaf = await this.findLeaf(subject, key);
    const checkpoint = await this.findLatestCheckpoint();
    if (!leaf || !checkpoint || leaf.index >= checkpoint.size) return null;
    const { hashes } = await this.proveInclusion({ index: leaf.index, size: checkpoint.size });
    return { leaf, checkpoint, hashes };
  }

  /** The first checkpoint whose tree holds so many leaves, null where none does yet. */
  async findCheckpointOver(leaves: number): Promise<CheckpointRow | null> {
    const rows: CheckpointRow[] = await this.dataSource.query(
      `${CHECKPOINT} where size >= $1 order by size, id limit 1`,
      [leaves],
    );
    return rows[0] ?? null;
  }

  /** Checkpoints over so many leaves, from the first such size to the last one, as they were signed. */
  async listCheckpointsBetween({ from, until }: LeafRange): Promise<CheckpointRow[]> {
    return this.dataSource.query(`${CHECKPOINT} where size >= $1 and size <= $2 order by id`, [
      from,
      until,
    ]);
  }

  /** Hashes of the complete subtrees over the first leaves, where a later part of the log begins. */
  async edgeAt(size: number): Promise<readonly Hash[]> {
    const ranges = completeSubtrees({ from: 0, until: size }).map(leavesUnder);
    return (await this.hashesOver(ranges, size)).hashes;
  }

  /** The record whose digest an entry of a decision holds; null where there is no such one. */
  async findDecisionRecord(what: 'count' | 'result', tallyId: string): Promise<Json> {
    const { rows } = what === 'count' ? COUNTS : RESULTS;
    const found: { decision: Json }[] = await this.dataSource.query(
      `select decision from (${rows}) decisions where id = $1`,
      [tallyId],
    );
    return found[0]?.decision ?? null;
  }

  /** Records of what two people decided on suspicious ballots of a round, the first one first. */
  async listQuarantineRecords(roundId: string): Promise<Json[]> {
    const found: { decision: Json }[] = await this.dataSource.query(
      `select decision from (${QUARANTINES.rows}) decisions where round = $1 order by at, id`,
      [roundId],
    );
    return found.map(({ decision }) => decision);
  }

  /**
   * RFC 6962 audit path, the lowest hash first.
   *
   * @throws RangeError for a leaf that is not in the tree
   */
  proveInclusion(place: LeafPlace): Promise<Proof> {
    return this.hashesOver(siblingsOf(place), place.size);
  }

  /**
   * RFC 6962 consistency proof.
   *
   * @throws RangeError where the tree did not grow from at least one leaf
   */
  proveConsistency(growth: Growth): Promise<Proof> {
    return this.hashesOver(consistencyRanges(growth), growth.after);
  }

  /** Root over the first entries. */
  async rootAt(size: number): Promise<Hash> {
    const { hashOf } = await this.tiles.read([{ from: 0, until: size }], size);
    return rootOf(size, hashOf);
  }

  private async hashesOver(ranges: readonly LeafRange[], size: number): Promise<Proof> {
    const { hashOf, reads } = await this.tiles.read(ranges, size);
    return { hashes: ranges.map((range) => rangeHash(range, hashOf)), reads };
  }
}

const LEAF = `select index::float8 as index, content, hash from ledger_leaves`;

const CHECKPOINT = `
  select id as number, size::float8 as size, root, note, signed_at as "signedAt" from ledger_checkpoints`;
