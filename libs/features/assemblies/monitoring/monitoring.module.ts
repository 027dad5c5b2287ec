import { Module } from '@nestjs/common';
import { BodiesModule } from '../bodies/bodies.module.js';
import { MonitoringReader } from './monitoring.reader.js';
import { PublishMonitoringReport } from './publish-monitoring-report.js';

/** Half-yearly reports of commissions of local communities. */
@Module({
  imports: [BodiesModule],
  providers: [MonitoringReader, PublishMonitoringReport],
  exports: [MonitoringReader, PublishMonitoringReport],
})
export class MonitoringModule {}
