import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import { communityRows } from './assembly-acts.js';
import type { LegalRow, LegalUnit } from './legal-value.js';

/** Keys of the chain from an initiative to dismiss an akim to the superior akim's decision. */
export interface AkimDismissalValues {
  /** Reports of the akim that were not approved, in a row. */
  readonly 'akim-dismissal.refused-reports': number;
  /** Share of all deputies who may start it. */
  readonly 'akim-dismissal.deputies-share': Fraction;
  readonly 'akim-dismissal.signatures-working-days': number;
  readonly 'akim-dismissal.check-working-days': number;
  readonly 'akim-dismissal.session-months': number;
  /** Share of all deputies that the votes for must exceed. */
  readonly 'akim-dismissal.majority': Fraction;
  readonly 'akim-dismissal.superior-working-days': number;
  /** After a refusal of the superior akim; the next decision then binds. */
  readonly 'akim-dismissal.repeat-months': number;
}

type ShareKey = 'akim-dismissal.deputies-share' | 'akim-dismissal.majority';
type CountKey = Exclude<keyof AkimDismissalValues, ShareKey>;

/** @law LSG art. 24 (`law.md` §3, dismissal chain) */
export const AKIM_DISMISSAL_ROWS: readonly LegalRow<
  keyof AkimDismissalValues,
  number | Fraction
>[] = [
  ...count('akim-dismissal.refused-reports', 2, 'reports'),
  ...share('akim-dismissal.deputies-share', fraction(1n, 5n)),
  ...count('akim-dismissal.signatures-working-days', 10, 'working-days'),
  ...count('akim-dismissal.check-working-days', 5, 'working-days'),
  ...count('akim-dismissal.session-months', 1, 'months'),
  ...share('akim-dismissal.majority', fraction(1n, 2n)),
  ...count('akim-dismissal.superior-working-days', 10, 'working-days'),
  ...count('akim-dismissal.repeat-months', 6, 'months'),
];

function count(key: CountKey, value: number, unit: LegalUnit) {
  return communityRows<CountKey, number>({ key, value, unit, point: '24' });
}

function share(key: ShareKey, value: Fraction) {
  return communityRows<ShareKey, Fraction>({ key, value, unit: 'share', point: '24' });
}
