import { budgetPlanningRows } from './budget-planning-rules.js';
import type { LegalRow } from './legal-value.js';

/** Keys of the akimat's duty to report on the winners' implementation. */
export interface ProgressReportValues {
  readonly 'participation.report-every-months': number;
  /** Last day of the month after the period. */
  readonly 'participation.report-by-day': number;
}

type ReportKey = keyof ProgressReportValues;

/** @law PR p. 85 */
export const PROGRESS_REPORT_ROWS: readonly LegalRow<ReportKey, number>[] = [
  ...budgetPlanningRows<ReportKey, number>({
    key: 'participation.report-every-months',
    value: 3,
    unit: 'months',
    point: '85',
  }),
  ...budgetPlanningRows<ReportKey, number>({
    key: 'participation.report-by-day',
    value: 10,
    unit: 'day-of-month',
    point: '85',
  }),
];
