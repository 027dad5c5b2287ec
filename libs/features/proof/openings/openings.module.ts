import { Module } from '@nestjs/common';
import { RoundsModule } from '#features/participation/rounds/rounds.module.js';
import { OpeningReader } from './opening.reader.js';
import { ReadOpenings } from './read-openings.js';

/** Ballots opened after the close: to everybody or to the auditor, as the round promised. */
@Module({
  imports: [RoundsModule],
  providers: [OpeningReader, ReadOpenings],
  exports: [ReadOpenings, OpeningReader],
})
export class OpeningsModule {}
