import { Module } from '@nestjs/common';
import { DiscrepancyReader } from './discrepancy.reader.js';
import { TrailReader } from './trail.reader.js';

/** The public trail of a project and what does not follow: questions over the records, no copies. */
@Module({
  providers: [DiscrepancyReader, TrailReader],
  exports: [DiscrepancyReader, TrailReader],
})
export class TrailModule {}
