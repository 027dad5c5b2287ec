import type { Hash } from '#rules/ledger/merkle-hash.js';
import { rootOf } from '#rules/ledger/merkle-tree.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { readTiles } from './tile.reader.js';

/** A signed statement over the first `size` entries. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Hash;
  readonly note: string;
  readonly signedAt: Date;
}

/** Keeps checkpoints. */
export class CheckpointRepository extends TransactionalRepository {
  async findLatest(): Promise<StoredCheckpoint | null> {
    const rows: StoredCheckpoint[] = await this.manager.query(
      `select size::float8 as size, root, note, signed_at as "signedAt"
       from ledger_checkpoints order by id desc limit 1`,
    );
    return rows[0] ?? null;
  }

  /** Root over the first entries, from a few tiles: costs the same whatever their number. */
  async rootAt(size: number): Promise<Hash> {
    const { hashOf } = await readTiles(this.manager, [{ from: 0, until: size }], size);
    return rootOf(size, hashOf);
  }

  async add({ size, root, note, signedAt }: StoredCheckpoint): Promise<void> {
    await this.manager.query(
      `insert into ledger_checkpoints (size, root, note, signed_at) values ($1, $2, $3, $4)`,
      [size, root, note, signedAt],
    );
  }
}
