import type { LegalRow } from './legal-value.js';

/** Keys of how long personal data are kept. */
export interface PersonalDataValues {
  readonly 'personal-data.account-years': number;
}

/**
 * The law sets no number: data are kept until their purpose is reached. Whoever has not come for
 * this long is taken to have no more use for the account.
 *
 * @law PD art. 12
 */
export const PERSONAL_DATA_ROWS: readonly LegalRow<'personal-data.account-years', number>[] = [
  {
    key: 'personal-data.account-years',
    value: 3,
    unit: 'years',
    from: '2013-11-25',
    source: { act: 'personal-data', point: '12', redaction: '2013-11-25' },
    standing: 'default',
    verified: false,
    note: 'law-is-silent',
  },
];
