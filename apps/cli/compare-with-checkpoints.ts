import type { DataSource } from 'typeorm';
import {
  CompareWithCheckpoints,
  OlderThanCheckpoints,
} from '#features/proof/ledger/compare-with-checkpoints.js';
import { checkpointFilesOf, ledgerKeyOf } from '#features/proof/ledger/ledger-place.js';
import type { Config } from '#platform/config/config.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { CommandFailed } from './command-failed.js';

/** @throws CommandFailed where the database lost what was signed outside it */
export async function compareWithCheckpoints(
  config: Config,
  dataSource: DataSource,
): Promise<void> {
  const unitOfWork = new UnitOfWork(dataSource);
  const comparing = new CompareWithCheckpoints(
    unitOfWork,
    ledgerKeyOf(config),
    checkpointFilesOf(config),
  );
  try {
    await comparing.run();
  } catch (error) {
    throw error instanceof OlderThanCheckpoints ? new CommandFailed(error.message) : error;
  }
}
