import type { LegalRow, LegalUnit } from './legal-value.js';

/** Keys of the maslikhat and its deputies. */
export interface MaslikhatValues {
  /** Deputies of the maslikhat of the capital, an oblast or a city of republican significance. */
  readonly 'maslikhat.deputies-at-most.region': number;
  readonly 'maslikhat.deputies-at-most.city': number;
  readonly 'maslikhat.deputies-at-most.district': number;
  /** Full years from which one may be a deputy. */
  readonly 'maslikhat.deputy-age': number;
  readonly 'maslikhat.term-years': number;
  readonly 'maslikhat.commissions-at-most': number;
  /** For the addressee to answer a deputy's inquiry in writing. */
  readonly 'maslikhat.inquiry-answer-months': number;
}

type MaslikhatKey = keyof MaslikhatValues;

interface ReadArticle {
  readonly key: MaslikhatKey;
  readonly value: number;
  readonly unit: LegalUnit;
  readonly point: string;
}

/** @law LSG arts. 5–15, 19, 21-1 */
export const MASLIKHAT_ROWS: readonly LegalRow<MaslikhatKey, number>[] = [
  ...selfGovernmentRows({
    key: 'maslikhat.deputies-at-most.region',
    value: 50,
    unit: 'people',
    point: '5–15',
  }),
  ...selfGovernmentRows({
    key: 'maslikhat.deputies-at-most.city',
    value: 30,
    unit: 'people',
    point: '5–15',
  }),
  ...selfGovernmentRows({
    key: 'maslikhat.deputies-at-most.district',
    value: 25,
    unit: 'people',
    point: '5–15',
  }),
  ...selfGovernmentRows({
    key: 'maslikhat.deputy-age',
    value: 20,
    unit: 'years-of-age',
    point: '5–15',
  }),
  ...selfGovernmentRows({
    key: 'maslikhat.term-years',
    value: 5,
    unit: 'years',
    point: '5–15',
  }),
  ...selfGovernmentRows({
    key: 'maslikhat.commissions-at-most',
    value: 7,
    unit: 'commissions',
    point: '5–15',
  }),
  ...selfGovernmentRows({
    key: 'maslikhat.inquiry-answer-months',
    value: 1,
    unit: 'months',
    point: '21-1',
  }),
];

/**
 * The redaction that was read, in force since 1 July 2026, and before it the earlier ones, which
 * were not: the same values stand there unverified.
 */
function selfGovernmentRows(rule: ReadArticle): readonly LegalRow<MaslikhatKey, number>[] {
  const { key, value, unit, point } = rule;
  const row = { key, value, unit, standing: 'national' } as const;
  const act = 'local-self-government';
  return [
    {
      ...row,
      from: '2001-01-23',
      until: '2026-06-30',
      source: { act, point, redaction: '2001-01-23' },
      verified: false,
      note: 'earlier-redaction-not-read',
    },
    { ...row, from: '2026-07-01', source: { act, point, redaction: '2026-07-01' }, verified: true },
  ];
}
