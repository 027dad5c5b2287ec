import type { DataSource } from 'typeorm';
import { checkpointFilesOf, ledgerKeyOf } from '#features/proof/ledger/ledger-place.js';
import { LedgerReader } from '#features/proof/ledger/ledger.reader.js';
import { SequenceActs } from '#features/proof/ledger/sequence-acts.js';
import { SignCheckpoint } from '#features/proof/ledger/sign-checkpoint.js';
import { TileReader } from '#features/proof/ledger/tile.reader.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import { readConfig } from '#platform/config/config.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';

/** The ledger's own parts on a measured database. */
export interface LedgerAtWork {
  readonly reader: LedgerReader;
  readonly sequencing: SequenceActs;
  readonly signing: SignCheckpoint;
}

export function ledgerAtWork(dataSource: DataSource, folder: string): LedgerAtWork {
  const config = readConfig({ QATYSU_DATA: folder });
  const unitOfWork = new UnitOfWork(dataSource);
  const clock = new DatabaseClock(dataSource);
  return {
    reader: new LedgerReader(dataSource, new TileReader(dataSource)),
    sequencing: new SequenceActs(unitOfWork),
    signing: new SignCheckpoint(unitOfWork, clock, ledgerKeyOf(config), checkpointFilesOf(config)),
  };
}
