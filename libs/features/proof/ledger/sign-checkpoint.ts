import { Injectable } from '@nestjs/common';
import { noteDigest, openCheckpoint, signCheckpoint } from '#rules/ledger/ledger-checkpoint.js';
import type { Hash } from '#rules/ledger/merkle-hash.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { CheckpointFiles } from './checkpoint-file.js';
import { CheckpointRepository, type StoredCheckpoint } from './checkpoint.repository.js';
import { LedgerKey } from './ledger-key.js';
import { LedgerRepository } from './ledger.repository.js';

/** The log is not what an earlier checkpoint says: nothing is signed over that. */
export class LedgerBroken extends Error {
  constructor(size: number) {
    super(`The first ${size} entries of the ledger are not those of the checkpoint over them`);
    this.name = 'LedgerBroken';
  }
}

/** Signs what the log holds now, in the database and in a file outside it. */
@Injectable()
export class SignCheckpoint {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly key: LedgerKey,
    private readonly files: CheckpointFiles,
  ) {}

  /**
   * @returns the note
   * @throws LedgerBroken where the log no longer holds what the checkpoint before was signed over
   */
  async run(): Promise<string> {
    const { at } = await this.clock.now();
    const { logId, note } = await this.unitOfWork.run(async (tx) => {
      const size = await tx.of(LedgerRepository).lockEnd();
      const checkpoints = tx.of(CheckpointRepository);
      const before = await checkpoints.findLatest();
      if (before) await this.assertHeld(checkpoints, before);
      const root = await checkpoints.rootAt(size);
      const signed = this.sign({ size, root, at, before });
      await checkpoints.add({ size, root, note: signed, signedAt: at });
      return { logId: await tx.of(LedgerRepository).logId(), note: signed };
    });
    // After the commit: a checkpoint that the database does not have would keep it from starting.
    await this.files.of(logId).append(note);
    return note;
  }

  private async assertHeld(
    checkpoints: CheckpointRepository,
    { size, note }: StoredCheckpoint,
  ): Promise<void> {
    const signed = openCheckpoint(note, this.key.verifiers);
    const root = await checkpoints.rootAt(size);
    if (signed?.size !== size || !signed.root.equals(root)) throw new LedgerBroken(size);
  }

  private sign({ size, root, at, before }: Signing): string {
    const { signer } = this.key;
    const previous = before && noteDigest(before.note);
    const time = at.toISOString().replace(/\.\d+/, '');
    return signCheckpoint({ origin: signer.name, size, root, time, previous }, signer);
  }
}

interface Signing {
  readonly size: number;
  readonly root: Hash;
  readonly at: Date;
  readonly before: StoredCheckpoint | null;
}
