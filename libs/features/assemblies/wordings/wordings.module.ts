import { Module } from '@nestjs/common';
import { TerritoriesModule } from '../../registry/territories/territories.module.js';
import { KeepWordings } from './keep-wordings.js';
import { WordingReader } from './wording.reader.js';

/** Templates of agenda items and phrases of decisions, kept by each unit. */
@Module({
  imports: [TerritoriesModule],
  providers: [KeepWordings, WordingReader],
  exports: [KeepWordings, WordingReader],
})
export class WordingsModule {}
