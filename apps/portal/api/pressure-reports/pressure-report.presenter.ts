import type { PressureReportRow } from '#features/proof/pressure-reports/pressure-report-row.js';

/** A case as its reporter sees it: without what was written. */
export function presentPressureCase(row: PressureReportRow) {
  const { number, state, receivedOn, dueOn, acts } = row;
  return { case: number, state, receivedOn, dueOn, acts };
}

export type PressureCaseView = ReturnType<typeof presentPressureCase>;

/** A case in the auditor's list. */
export function presentPressureReport(row: PressureReportRow) {
  const { id, territory, round, kind } = row;
  return { id, territory, round, kind, ...presentPressureCase(row) };
}

export type PressureReportView = ReturnType<typeof presentPressureReport>;
