import { Module } from '@nestjs/common';
import { WorksModule } from '../works/works.module.js';
import { PublishQuarterlyReport } from './publish-quarterly-report.js';
import { QuarterlyReportReader } from './quarterly-report.reader.js';

/** The akimat's quarterly reports on what residents chose. */
@Module({
  imports: [WorksModule],
  providers: [PublishQuarterlyReport, QuarterlyReportReader],
  exports: [PublishQuarterlyReport, QuarterlyReportReader],
})
export class QuarterlyReportsModule {}
