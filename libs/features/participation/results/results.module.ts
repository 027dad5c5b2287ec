import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { CloseRound } from './close-round.js';
import { CountReader } from './count.reader.js';
import { CountRound } from './count-round.js';
import { DrawLotsInTie } from './draw-lots-in-tie.js';
import { PublishResult } from './publish-result.js';
import { RecordCouncilDecision } from './record-council-decision.js';
import { RepeatCount } from './repeat-count.js';
import { ResultReader } from './result.reader.js';
import { ResultStrikeRecord } from './result-strike.record.js';
import { RoundCounter } from './round-counter.js';
import { RoundResultRecord } from './round-result.record.js';
import { StudyTally } from './study-tally.js';
import { TallyFileRecord } from './tally-file.record.js';
import { TallyStudyReader } from './tally-study.reader.js';
import { TallyStudyRecord } from './tally-study.record.js';
import { TallyRecord } from './tally.record.js';
import { TrialDesk } from './trial-desk.js';

const RECORDS = [
  TallyRecord,
  TallyFileRecord,
  TallyStudyRecord,
  RoundResultRecord,
  ResultStrikeRecord,
];

const ACTS = [
  CloseRound,
  CountRound,
  RepeatCount,
  DrawLotsInTie,
  RecordCouncilDecision,
  PublishResult,
  StudyTally,
  TrialDesk,
];

/** Closing, counting, deciding and publishing a round. */
@Module({
  imports: [ProposalsModule, RoundsModule, TypeOrmModule.forFeature(RECORDS)],
  providers: [...ACTS, CountReader, ResultReader, RoundCounter, TallyStudyReader],
  exports: [...ACTS, ResultReader, TallyStudyReader],
})
export class ResultsModule {}
