import { type Fraction, fraction } from '#rules/kernel/fraction.js';
import { lastingPetitionRows } from './administrative-procedure-code.js';
import type { LegalRow } from './legal-value.js';

/** Keys of how many signatures make a body consider a petition. */
export interface PetitionThresholdValues {
  /** A unit with more people than this has a fixed threshold, any other one a share. */
  readonly 'petition.large-population-above': number;
  readonly 'petition.threshold.government': number;
  readonly 'petition.threshold.oblast-maslikhat': Fraction;
  readonly 'petition.threshold.oblast-akimat': Fraction;
  readonly 'petition.threshold.district-maslikhat.large': number;
  readonly 'petition.threshold.district-maslikhat.small': Fraction;
  readonly 'petition.threshold.local-executive.large': number;
  readonly 'petition.threshold.local-executive.small': Fraction;
}

type CountKey =
  | 'petition.threshold.government'
  | 'petition.threshold.district-maslikhat.large'
  | 'petition.threshold.local-executive.large';

type ShareKey =
  | 'petition.threshold.oblast-maslikhat'
  | 'petition.threshold.oblast-akimat'
  | 'petition.threshold.district-maslikhat.small'
  | 'petition.threshold.local-executive.small';

/**
 * Thresholds by the body addressed; shares are of the whole population of the unit, not of its
 * voters.
 *
 * @law APPC art. 90-3(4)
 */
export const PETITION_THRESHOLD_ROWS: readonly LegalRow<
  keyof PetitionThresholdValues,
  number | Fraction
>[] = [
  ...lastingPetitionRows({
    key: 'petition.large-population-above',
    value: 50_000,
    unit: 'people',
    point: '90-3(4)',
  } as const),
  ...countRows('petition.threshold.government', 50_000),
  ...shareRows('petition.threshold.oblast-maslikhat', 2n),
  ...shareRows('petition.threshold.oblast-akimat', 1n),
  ...countRows('petition.threshold.district-maslikhat.large', 5_000),
  ...shareRows('petition.threshold.district-maslikhat.small', 10n),
  ...countRows('petition.threshold.local-executive.large', 2_500),
  ...shareRows('petition.threshold.local-executive.small', 5n),
];

function countRows(key: CountKey, value: number): readonly LegalRow<CountKey, number>[] {
  return lastingPetitionRows({ key, value, unit: 'signatures', point: '90-3(4)' });
}

function shareRows(key: ShareKey, percent: bigint): readonly LegalRow<ShareKey, Fraction>[] {
  const value = fraction(percent, 100n);
  return lastingPetitionRows({ key, value, unit: 'share', point: '90-3(4)' });
}
