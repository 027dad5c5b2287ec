import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TerritoriesModule } from '../../registry/territories/territories.module.js';
import { RoundExtensionRecord } from './round-extension.record.js';
import { RoundPotRecord } from './round-pot.record.js';
import { RoundReader } from './round.reader.js';
import { RoundRecord } from './round.record.js';
import { SetUpRound } from './set-up-round.js';

/** Rounds: set-up, calendar, pots, extensions. */
@Module({
  imports: [
    TerritoriesModule,
    TypeOrmModule.forFeature([RoundRecord, RoundPotRecord, RoundExtensionRecord]),
  ],
  providers: [RoundReader, SetUpRound],
  exports: [RoundReader, SetUpRound],
})
export class RoundsModule {}
