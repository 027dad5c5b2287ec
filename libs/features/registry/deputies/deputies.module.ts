import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChangeReception } from './change-reception.js';
import { CommissionMemberRecord } from './commission-member.record.js';
import { CommissionRecord } from './commission.record.js';
import { ConstituencyTerritoryRecord } from './constituency-territory.record.js';
import { ConstituencyRecord } from './constituency.record.js';
import { ConvocationRecord } from './convocation.record.js';
import { DeputyReportRecord } from './deputy-report.record.js';
import { DeputyReader } from './deputy.reader.js';
import { EndMandate } from './end-mandate.js';
import { EnterMandate } from './enter-mandate.js';
import { MandateRecord } from './mandate.record.js';
import { MaslikhatReader } from './maslikhat.reader.js';
import { OpenConvocation } from './open-convocation.js';
import { RecallRequestRecord } from './recall-request.record.js';
import { RecordDeputyReport } from './record-deputy-report.js';
import { RegisterRecallRequest } from './register-recall-request.js';

const RECORDS = [
  ConvocationRecord,
  ConstituencyRecord,
  ConstituencyTerritoryRecord,
  CommissionRecord,
  CommissionMemberRecord,
  MandateRecord,
  DeputyReportRecord,
  RecallRequestRecord,
];

const READERS = [DeputyReader, MaslikhatReader];

const USE_CASES = [
  OpenConvocation,
  EnterMandate,
  EndMandate,
  ChangeReception,
  RecordDeputyReport,
  RegisterRecallRequest,
];

/** Maslikhats by convocation: constituencies, seats, deputies, commissions, yearly reports. */
@Module({
  imports: [TypeOrmModule.forFeature(RECORDS)],
  providers: [...READERS, ...USE_CASES],
  exports: [...READERS, ...USE_CASES],
})
export class DeputiesModule {}
