import { Module } from '@nestjs/common';
import { DutySourceReader } from './duty-source.reader.js';
import { NoteDuties } from './note-duties.js';
import { ObligationReader } from './obligation.reader.js';
import { WarnOfDuties } from './warn-of-duties.js';

/** The legal clock: duties with their last days, met, late and overdue. */
@Module({
  providers: [DutySourceReader, NoteDuties, ObligationReader, WarnOfDuties],
  exports: [NoteDuties, ObligationReader, WarnOfDuties],
})
export class ObligationsModule {}
