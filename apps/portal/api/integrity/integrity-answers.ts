import { Injectable } from '@nestjs/common';
import { QuarantineReader } from '#features/participation/results/quarantine/quarantine.reader.js';
import { ResultReader } from '#features/participation/results/result.reader.js';
import type { RoundRow } from '#features/participation/rounds/round-row.js';
import { IntegrityReportReader } from '#features/proof/integrity/integrity-report.reader.js';
import { PressureReportReader } from '#features/proof/pressure-reports/pressure-report.reader.js';
import { integrityThresholdsOn } from '#rules/integrity/integrity-thresholds.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { IntegrityParts } from './integrity.presenter.js';

/** What is told of a voting's integrity, for the API and the page. */
@Injectable()
export class IntegrityAnswers {
  constructor(
    private readonly reports: IntegrityReportReader,
    private readonly pressure: PressureReportReader,
    private readonly quarantines: QuarantineReader,
    private readonly results: ResultReader,
  ) {}

  async partsOf({ id, calendar, closedAt }: RoundRow): Promise<IntegrityParts> {
    const result = closedAt ? await this.results.find(id) : null;
    return {
      planned: integrityThresholdsOn(civilDateOf(calendar.votingFrom)),
      report: await this.reports.find(id),
      pressureReports: await this.pressure.countsOf(id),
      quarantines: await this.quarantines.list(id),
      quarantined: result?.count.quarantined ?? null,
    };
  }
}
