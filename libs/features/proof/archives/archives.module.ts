import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ResultsModule } from '#features/participation/results/results.module.js';
import { RoundsModule } from '#features/participation/rounds/rounds.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { OpeningsModule } from '../openings/openings.module.js';
import { ArchivePieceRecord } from './archive-piece.record.js';
import { ArchiveReader } from './archive.reader.js';
import { FreezeArchive } from './freeze-archive.js';
import { RoundArchiveRecord } from './round-archive.record.js';

const RECORDS = [RoundArchiveRecord, ArchivePieceRecord];

/** Archives of published rounds: everything that somebody needs to check them without us. */
@Module({
  imports: [
    LedgerModule,
    OpeningsModule,
    ResultsModule,
    RoundsModule,
    TypeOrmModule.forFeature(RECORDS),
  ],
  providers: [ArchiveReader, FreezeArchive],
  exports: [ArchiveReader, FreezeArchive],
})
export class ArchivesModule {}
