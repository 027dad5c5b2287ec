import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BodiesModule } from '../bodies/bodies.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { WritingsModule } from '../writings/writings.module.js';
import { AddErratum } from './add-erratum.js';
import { AskForRemarks } from './ask-for-remarks.js';
import { BeginMinutes } from './begin-minutes.js';
import { CheckMinutes } from './check-minutes.js';
import { DecisionLinkReader } from './decision-link.reader.js';
import { DraftMinutesReader } from './draft-minutes.reader.js';
import { MakeRemark } from './make-remark.js';
import { MinutesActs } from './minutes-acts.js';
import { MinutesIntegrityReader } from './minutes-integrity.reader.js';
import { MinutesReader } from './minutes.reader.js';
import { MinutesRecord } from './minutes.record.js';
import { PublishMinutes } from './publish-minutes.js';
import { ReviseMinutes } from './revise-minutes.js';
import { SendMinutes } from './send-minutes.js';
import { SettleRemark } from './settle-remark.js';
import { SignMinutes } from './sign-minutes.js';
import { SignOnPaper } from './sign-on-paper.js';
import { SubmitMinutes } from './submit-minutes.js';

const READERS = [DecisionLinkReader, DraftMinutesReader, MinutesIntegrityReader, MinutesReader];

const USE_CASES = [
  BeginMinutes,
  CheckMinutes,
  AskForRemarks,
  MakeRemark,
  SettleRemark,
  SubmitMinutes,
  ReviseMinutes,
  SignMinutes,
  SignOnPaper,
  SendMinutes,
  PublishMinutes,
  AddErratum,
];

/** Minutes from the draft to what follows the signatures. */
@Module({
  imports: [
    BodiesModule,
    MeetingsModule,
    WritingsModule,
    TypeOrmModule.forFeature([MinutesRecord]),
  ],
  providers: [MinutesActs, ...READERS, ...USE_CASES],
  exports: [MinutesActs, ...READERS, ...USE_CASES],
})
export class MinutesModule {}
