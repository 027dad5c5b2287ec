import { Module } from '@nestjs/common';
import { CONFIG } from '#platform/config/config.token.js';
import { CheckpointFiles } from './checkpoint-file.js';
import { CompareWithCheckpoints } from './compare-with-checkpoints.js';
import { checkpointFilesOf, ledgerKeyOf } from './ledger-place.js';
import { KeepLedger } from './keep-ledger.js';
import { LedgerKey } from './ledger-key.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerTurnReader } from './ledger-turn.reader.js';
import { SequenceActs } from './sequence-acts.js';
import { SignCheckpoint } from './sign-checkpoint.js';
import { TellWitness } from './tell-witness.js';
import { TileReader } from './tile.reader.js';

const OUTSIDE_THE_DATABASE = [
  { provide: LedgerKey, inject: [CONFIG], useFactory: ledgerKeyOf },
  { provide: CheckpointFiles, inject: [CONFIG], useFactory: checkpointFilesOf },
];

/** The log of ballots, signatures and acts that anybody can check. */
@Module({
  providers: [
    ...OUTSIDE_THE_DATABASE,
    TileReader,
    LedgerReader,
    LedgerTurnReader,
    SequenceActs,
    SignCheckpoint,
    TellWitness,
    KeepLedger,
    CompareWithCheckpoints,
  ],
  exports: [
    LedgerKey,
    LedgerReader,
    KeepLedger,
    SequenceActs,
    SignCheckpoint,
    CompareWithCheckpoints,
  ],
})
export class LedgerModule {}
