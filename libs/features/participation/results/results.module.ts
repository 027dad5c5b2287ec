import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsModule } from '../proposals/proposals.module.js';
import { RoundsModule } from '../rounds/rounds.module.js';
import { ConfirmDraw } from './lottery/confirm-draw.js';
import { EnterDraw } from './lottery/enter-draw.js';
import { LotteryConfirmationRecord } from './lottery/lottery-confirmation.record.js';
import { LotteryDrawRecord } from './lottery/lottery-draw.record.js';
import { LotteryReader } from './lottery/lottery.reader.js';
import { PromiseLottery } from './lottery/promise-lottery.js';
import { RoundLotteryRecord } from './lottery/round-lottery.record.js';
import { DecideOnQuarantine } from './quarantine/decide-on-quarantine.js';
import { MoveToRelease } from './quarantine/move-to-release.js';
import { MoveToSetAside } from './quarantine/move-to-set-aside.js';
import { PreviewQuarantine } from './quarantine/preview-quarantine.js';
import { QuarantineDecisionRecord } from './quarantine/quarantine-decision.record.js';
import { QuarantineMarkRecord } from './quarantine/quarantine-mark.record.js';
import { QuarantineMotionRecord } from './quarantine/quarantine-motion.record.js';
import { QuarantineReader } from './quarantine/quarantine.reader.js';
import { QuarantineRecord } from './quarantine/quarantine.record.js';
import { QuarantineWeights } from './quarantine/quarantine-weights.js';
import { SuspiciousBatchReader } from './quarantine/suspicious-batch.reader.js';
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
import { TiedRounds } from './tied-rounds.js';
import { TrialDesk } from './trial-desk.js';

const RECORDS = [
  TallyRecord,
  TallyFileRecord,
  TallyStudyRecord,
  RoundResultRecord,
  ResultStrikeRecord,
  RoundLotteryRecord,
  LotteryDrawRecord,
  LotteryConfirmationRecord,
  QuarantineRecord,
  QuarantineMarkRecord,
  QuarantineMotionRecord,
  QuarantineDecisionRecord,
];

const ACTS = [
  CloseRound,
  CountRound,
  RepeatCount,
  DrawLotsInTie,
  RecordCouncilDecision,
  PublishResult,
  PromiseLottery,
  EnterDraw,
  ConfirmDraw,
  StudyTally,
  TrialDesk,
  PreviewQuarantine,
  MoveToSetAside,
  MoveToRelease,
  DecideOnQuarantine,
];

const READERS = [ResultReader, TallyStudyReader, LotteryReader, QuarantineReader];

/** Closing, counting, deciding and publishing a round. */
@Module({
  imports: [ProposalsModule, RoundsModule, TypeOrmModule.forFeature(RECORDS)],
  providers: [
    ...ACTS,
    ...READERS,
    CountReader,
    RoundCounter,
    TiedRounds,
    SuspiciousBatchReader,
    QuarantineWeights,
  ],
  exports: [...ACTS, ...READERS],
})
export class ResultsModule {}
