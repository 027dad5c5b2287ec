import { Module } from '@nestjs/common';
import { LocalActsModule } from '../../registry/local-acts/local-acts.module.js';
import { MinutesModule } from '../minutes/minutes.module.js';
import { ActOnDecision } from './act-on-decision.js';
import { AnswerMinutes } from './answer-minutes.js';
import { DecisionReader } from './decision.reader.js';
import { HeardReportReader } from './heard-report.reader.js';
import { NoteOverdue } from './note-overdue.js';

const READERS = [DecisionReader, HeardReportReader];

const USE_CASES = [ActOnDecision, AnswerMinutes, NoteOverdue];

/** What the akim and those above make of decisions and reports. */
@Module({
  imports: [LocalActsModule, MinutesModule],
  providers: [...READERS, ...USE_CASES],
  exports: [...READERS, ...USE_CASES],
})
export class AkimAnswersModule {}
