import type { IntegrityReportRow } from '#features/proof/integrity/integrity-report.reader.js';
import type { IntegrityThresholds } from '#rules/integrity/integrity-thresholds.js';
import { presentInstant } from '../instant.js';

/** What stood out in a voting; before its close only the thresholds. */
export function presentIntegrity(
  thresholds: IntegrityThresholds,
  report: IntegrityReportRow | null,
  pressureReports: { readonly received: number; readonly answered: number },
) {
  return {
    thresholds,
    report: report && {
      writtenAt: presentInstant(report.writtenAt),
      findings: report.findings,
      figures: report.figures,
    },
    pressureReports,
  };
}

export type IntegrityView = ReturnType<typeof presentIntegrity>;
