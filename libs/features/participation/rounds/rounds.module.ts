import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LocalActsModule } from '../../registry/local-acts/local-acts.module.js';
import { TerritoriesModule } from '../../registry/territories/territories.module.js';
import { ChangeRound } from './change-round.js';
import { ConfirmExtension } from './confirm-extension.js';
import { FreezeRound } from './freeze-round.js';
import { ProposeExtension } from './propose-extension.js';
import { RoundExtensionReader } from './round-extension.reader.js';
import { RoundExtensionRecord } from './round-extension.record.js';
import { RoundPlaceReader } from './round-place.reader.js';
import { RoundPotRecord } from './round-pot.record.js';
import { RoundReader } from './round.reader.js';
import { RoundRecord } from './round.record.js';
import { SetUpRound } from './set-up-round.js';

const READERS = [RoundReader, RoundExtensionReader, RoundPlaceReader];
const USE_CASES = [SetUpRound, ChangeRound, FreezeRound, ProposeExtension, ConfirmExtension];

/** Rounds: set-up, calendar, pots, extensions. */
@Module({
  imports: [
    LocalActsModule,
    TerritoriesModule,
    TypeOrmModule.forFeature([RoundRecord, RoundPotRecord, RoundExtensionRecord]),
  ],
  providers: [...READERS, ...USE_CASES],
  exports: [...READERS, ...USE_CASES],
})
export class RoundsModule {}
