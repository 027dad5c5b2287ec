import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoundsModule } from '../../participation/rounds/rounds.module.js';
import { TerritoriesModule } from '../../registry/territories/territories.module.js';
import { ActOnPressureReport } from './act-on-pressure-report.js';
import { FollowPressureReport } from './follow-pressure-report.js';
import { OpenPressureReport } from './open-pressure-report.js';
import { PressureActRecord } from './pressure-act.record.js';
import { PressureReportReader } from './pressure-report.reader.js';
import { PressureReportRecord } from './pressure-report.record.js';
import { ReportPressure } from './report-pressure.js';

const PROVIDERS = [
  ReportPressure,
  FollowPressureReport,
  OpenPressureReport,
  ActOnPressureReport,
  PressureReportReader,
];

/** Reports of pressure on voters and of vote buying, and what becomes of them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([PressureReportRecord, PressureActRecord]),
    RoundsModule,
    TerritoriesModule,
  ],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class PressureReportsModule {}
