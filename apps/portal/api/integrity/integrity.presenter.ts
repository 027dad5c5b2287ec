import type { IntegrityReportRow } from '#features/proof/integrity/integrity-report.reader.js';
import type { IntegrityThresholds } from '#rules/integrity/integrity-thresholds.js';
import type { QuarantineRow } from '#features/participation/results/quarantine/quarantine-row.js';
import type { ResultRow } from '#features/participation/results/result.reader.js';
import { presentInstant } from '../instant.js';
import { presentQuarantines } from '../quarantines/quarantine.presenter.js';

export interface IntegrityParts {
  readonly planned: IntegrityThresholds;
  readonly report: IntegrityReportRow | null;
  readonly pressureReports: { readonly received: number; readonly answered: number };
  readonly quarantines: readonly QuarantineRow[];
  /** What the ballots that are set aside chose; null where every ballot counts. */
  readonly quarantined: ResultRow['count']['quarantined'] | null;
}

/** What stood out in a voting; before its close only the thresholds. */
export function presentIntegrity({
  planned,
  report,
  pressureReports,
  quarantines,
  quarantined,
}: IntegrityParts) {
  return {
    // Those that the report was made by; before it those that it will be made by.
    thresholds: report?.thresholds ?? planned,
    report: report && {
      writtenAt: presentInstant(report.writtenAt),
      findings: report.findings,
      figures: report.figures,
    },
    pressureReports,
    quarantines: presentQuarantines(quarantines),
    quarantined,
  };
}

export type IntegrityView = ReturnType<typeof presentIntegrity>;
