import type { Config } from '#platform/config/config.js';
import { CheckpointFiles } from './checkpoint-file.js';
import { LedgerKey } from './ledger-key.js';

/** The key that the configuration names; made where none is. */
export function ledgerKeyOf({ ledgerKeyFile, ledgerOrigin }: Config): LedgerKey {
  return LedgerKey.fromFile({ file: ledgerKeyFile, origin: ledgerOrigin });
}

/** Where the configuration keeps checkpoints outside the database. */
export function checkpointFilesOf({ checkpointsFile, dataFolder }: Config): CheckpointFiles {
  return new CheckpointFiles({ file: checkpointsFile, dataFolder });
}
