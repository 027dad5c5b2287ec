import type { LegalRow } from './legal-value.js';

/** Keys of what is done about a report of pressure on a voter. */
export interface PressureReportValues {
  readonly 'participation.pressure-answer-working-days': number;
}

/**
 * The answer follows the general term for appeals of citizens, which was not read in the act itself.
 *
 * @law APPC art. 76
 */
export const PRESSURE_REPORT_ROWS: readonly LegalRow<
  'participation.pressure-answer-working-days',
  number
>[] = [
  {
    key: 'participation.pressure-answer-working-days',
    value: 15,
    unit: 'working-days',
    from: '2021-07-01',
    source: { act: 'administrative-procedure-code', point: '76', redaction: '2021-07-01' },
    standing: 'national',
    verified: false,
    note: 'act-not-read',
  },
];
