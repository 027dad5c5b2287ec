import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoundsModule } from '#features/participation/rounds/rounds.module.js';
import { OpeningKeyRecord } from './opening-key.record.js';
import { OpeningReader } from './opening.reader.js';
import { ReadOpenings } from './read-openings.js';
import { RegisterOpeningKey } from './register-opening-key.js';
import { SealOpenings } from './seal-openings.js';
import { SealedOpeningRecord } from './sealed-opening.record.js';
import { SealedOpeningReader } from './sealed-opening.reader.js';
import { TakeSealedOpenings } from './take-sealed-openings.js';

const PROVIDERS = [
  OpeningReader,
  ReadOpenings,
  RegisterOpeningKey,
  SealOpenings,
  SealedOpeningReader,
  TakeSealedOpenings,
];

/** Ballots opened after the close: to everybody or to the auditor, as the round promised. */
@Module({
  imports: [RoundsModule, TypeOrmModule.forFeature([OpeningKeyRecord, SealedOpeningRecord])],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class OpeningsModule {}
