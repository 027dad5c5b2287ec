import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoundsModule } from '../../participation/rounds/rounds.module.js';
import { IntegrityReportReader } from './integrity-report.reader.js';
import { IntegrityReportRecord } from './integrity-report.record.js';
import { RoundFiguresReader } from './round-figures.reader.js';
import { WriteIntegrityReport } from './write-integrity-report.js';

const PROVIDERS = [WriteIntegrityReport, IntegrityReportReader, RoundFiguresReader];

/** What stood out in a voting. */
@Module({
  imports: [TypeOrmModule.forFeature([IntegrityReportRecord]), RoundsModule],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class IntegrityModule {}
