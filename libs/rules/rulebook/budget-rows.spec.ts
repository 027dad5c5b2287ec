import { describe, expect, it } from '@jest/globals';
import type { LegalKey } from './legal-rows.js';
import { findRowOn, getRowOn, valueOn } from './value-on.js';

const DAY = '2026-11-21';

describe('the law of local budgets and sessions', () => {
  it.each<[LegalKey, unknown]>([
    ['budget.draft-by.local', '09-01'],
    ['budget.maslikhat-by.region', '10-15'],
    ['budget.maslikhat-by.district', '11-01'],
    ['budget.maslikhat-by.local', '11-10'],
    ['budget.approval-days.region', 10],
    ['budget.approval-days.district', 10],
    ['budget.approval-days.local', 5],
    ['budget.quarterly-plan-by', '12-25'],
    ['budget.quarterly-plan-share', { num: 1n, den: 4n }],
    ['budget.late-approval-by', '03-01'],
    ['maslikhat-session.notice-days.regular', 10],
    ['maslikhat-session.notice-days.extraordinary', 3],
    ['maslikhat-session.materials-days.regular', 5],
    ['maslikhat-session.materials-days.extraordinary', 3],
    ['maslikhat-session.quorum', { num: 2n, den: 3n }],
    ['maslikhat-session.majority', { num: 1n, den: 2n }],
    ['maslikhat-session.extraordinary-share', { num: 1n, den: 3n }],
    ['standing-commission.quorum-above', { num: 1n, den: 2n }],
  ])('%s', (key, value) => {
    expect(valueOn(key, DAY)).toEqual(value);
    expect(getRowOn(key, DAY)).toMatchObject({ verified: true, standing: 'national' });
  });

  it('was read in the redaction of July 2026 only', () => {
    expect(getRowOn('budget.draft-by.local', '2026-06-30')).toMatchObject({
      verified: false,
      note: 'earlier-redaction-not-read',
    });
  });

  it('marks the year of the audit commission, on which two acts differ', () => {
    expect(findRowOn('budget.assessment-by.region', '2026-12-31')).toBeNull();
    expect(getRowOn('budget.assessment-by.region', '2027-01-01')).toMatchObject({
      verified: false,
      note: 'wording-ambiguous',
    });
  });
});
