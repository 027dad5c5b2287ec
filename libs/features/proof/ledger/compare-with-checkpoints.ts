import { Injectable } from '@nestjs/common';
import { type LedgerCheckpoint, openCheckpoint } from '#rules/ledger/ledger-checkpoint.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { type CheckpointFile, CheckpointFiles } from './checkpoint-file.js';
import { CheckpointRepository } from './checkpoint.repository.js';
import { LedgerKey } from './ledger-key.js';
import { LedgerRepository } from './ledger.repository.js';

/** The database does not hold what was signed: it must not take new acts. */
export class OlderThanCheckpoints extends Error {
  constructor(file: CheckpointFile, what: string) {
    super(
      `The database and the checkpoints in ${file.path} do not fit together: ${what}\n` +
        'See docs/ledger.md, "When the start is refused". ' +
        'Another database needs another QATYSU_CHECKPOINTS_FILE or QATYSU_DATA.',
    );
    this.name = 'OlderThanCheckpoints';
  }
}

/**
 * Before anybody is let in: does the log still hold everything that was signed outside the database?
 * A database restored from an older backup does not.
 */
@Injectable()
export class CompareWithCheckpoints {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly key: LedgerKey,
    private readonly files: CheckpointFiles,
  ) {}

  /** @throws OlderThanCheckpoints naming what is missing */
  async run(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const ledger = tx.of(LedgerRepository);
      const size = await ledger.lockEnd();
      const file = this.files.of(await ledger.logId());
      const notes = await file.read();
      const last = notes.at(-1);
      if (last === undefined) return;
      const signed = openCheckpoint(last, this.key.verifiers);
      if (!signed)
        throw new OlderThanCheckpoints(file, 'no known key has signed the last checkpoint.');
      if (size < signed.size) throw new OlderThanCheckpoints(file, this.gap(notes, size, signed));
      const root = await tx.of(CheckpointRepository).rootAt(signed.size);
      if (!root.equals(signed.root))
        throw new OlderThanCheckpoints(
          file,
          `the first ${signed.size} entries are not those signed at ${signed.time}.`,
        );
    });
  }

  /** What is missing, and since when. */
  private gap(notes: readonly string[], size: number, signed: LedgerCheckpoint): string {
    const held = notes
      .map((note) => openCheckpoint(note, this.key.verifiers))
      .findLast((checkpoint) => checkpoint !== null && checkpoint.size <= size);
    const since = held ? ` after ${held.time}` : '';
    return (
      `the database is older. It holds ${size} entries of the ledger, ${signed.size} were signed ` +
      `at ${signed.time}: entries ${size} to ${signed.size - 1}, made${since}, are missing.`
    );
  }
}
