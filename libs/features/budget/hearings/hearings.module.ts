import { Module } from '@nestjs/common';
import { DeputiesModule } from '../../registry/deputies/deputies.module.js';
import { LocalBudgetsModule } from '../local-budgets/local-budgets.module.js';
import { CallHearing } from './call-hearing.js';
import { HearingReader } from './hearing.reader.js';
import { RecordHearing } from './record-hearing.js';

/** Public hearings of drafts in standing commissions. */
@Module({
  imports: [DeputiesModule, LocalBudgetsModule],
  providers: [HearingReader, CallHearing, RecordHearing],
  exports: [HearingReader, CallHearing, RecordHearing],
})
export class HearingsModule {}
