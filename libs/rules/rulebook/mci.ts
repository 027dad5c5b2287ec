import { type Tiyn, tenge } from '#rules/kernel/money.js';
import type { LegalAct } from './legal-acts.js';
import type { LegalRow } from './legal-value.js';

/** Key of the monthly calculation index (АЕК, МРП). */
export interface MciValues {
  readonly mci: Tiyn;
}

/**
 * Monthly calculation index by year. The laws on the republican budget themselves were not read:
 * press and several public repositories agree on the figures.
 *
 * @law `law.md` 1.2
 */
export const MCI_ROWS: readonly LegalRow<'mci', Tiyn>[] = [
  mciOf(2024, 3692, 'republican-budget-2024'),
  mciOf(2025, 3932, 'republican-budget-2025'),
  mciOf(2026, 4325, 'republican-budget-2026'),
];

function mciOf(year: number, amountTenge: number, act: LegalAct): LegalRow<'mci', Tiyn> {
  return {
    key: 'mci',
    value: tenge(amountTenge),
    unit: 'tiyn',
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    source: { act, point: '', redaction: `${year}-01-01` },
    standing: 'national',
    verified: false,
    note: 'act-not-read',
  };
}
