import { Module } from '@nestjs/common';
import { LedgerReader } from './ledger.reader.js';
import { TileReader } from './tile.reader.js';

/** The log of ballots, signatures and acts that anybody can check. */
@Module({
  providers: [TileReader, LedgerReader],
  exports: [LedgerReader],
})
export class LedgerModule {}
