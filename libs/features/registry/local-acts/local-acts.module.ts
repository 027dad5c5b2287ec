import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TerritoriesModule } from '../territories/territories.module.js';
import { AdoptLocalOverride } from './adopt-local-override.js';
import { LocalOverrideReader } from './local-override.reader.js';
import { LocalOverrideRecord } from './local-override.record.js';

/** Values that local acts set for their territories. */
@Module({
  imports: [TerritoriesModule, TypeOrmModule.forFeature([LocalOverrideRecord])],
  providers: [AdoptLocalOverride, LocalOverrideReader],
  exports: [AdoptLocalOverride, LocalOverrideReader],
})
export class LocalActsModule {}
