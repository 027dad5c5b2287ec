import { describe, expect, it } from '@jest/globals';
import { LEGAL_ROWS, type LegalKey } from './legal-rows.js';
import { LEGAL_ACTS } from './legal-acts.js';
import { monthDayIn } from './legal-value.js';
import { findLatestRowOn, findRowOn, getRowOn, rowsOf, valueOn } from './value-on.js';

describe('valueOn', () => {
  it.each([
    ['2024-01-01', 369_200n],
    ['2024-12-31', 369_200n],
    ['2025-01-01', 393_200n],
    ['2026-01-01', 432_500n],
    ['2026-12-31', 432_500n],
  ])('gives the monthly calculation index on %s as %s tiyn', (day, tiyn) => {
    expect(valueOn('mci', day)).toBe(tiyn);
  });

  it.each(['2023-12-31', '2027-01-01'])('refuses to guess the index on %s', (day) => {
    expect(() => valueOn('mci', day)).toThrow(
      expect.objectContaining({ kind: 'unavailable', code: 'rulebook.no_value_on_date' }),
    );
  });

  it.each<[LegalKey, unknown]>([
    ['participation.announcement-by', '01-15'],
    ['participation.council-created-by', '01-15'],
    ['participation.intake-from', '01-20'],
    ['participation.intake-until', '03-01'],
    ['participation.review-until', '04-05'],
    ['participation.voting-until', '04-24'],
    ['participation.decision-by', '04-30'],
    ['participation.report-by-day', 10],
    ['participation.voter-age', 18],
    ['participation.district-city-population-above', 10_000],
    ['participation.cost-cap.republican-city-district', 75_000],
    ['participation.cost-cap.oblast-city', 15_000],
    ['participation.cost-cap.district-city', 1_500],
    ['participation.minimum-votes.oblast-centre', 20],
    ['participation.minimum-votes.other-settlement', 10],
    ['participation.group-07-floor.oblast-city', { num: 1n, den: 10n }],
  ])('%s is what the redaction of July 2026 says', (key, value) => {
    expect(valueOn(key, '2026-11-21')).toEqual(value);
  });

  it('keeps the floor of 2021 for its own days', () => {
    const key = 'participation.group-07-floor.republican-city-district';
    expect(findRowOn(key, '2021-11-17')).toBeNull();
    expect(valueOn(key, '2021-11-18')).toEqual({ num: 1n, den: 20n });
    expect(valueOn(key, '2025-04-28')).toEqual({ num: 1n, den: 20n });
    expect(valueOn(key, '2025-04-29')).toEqual({ num: 1n, den: 10n });
  });

  it('tells a value that was read from one that was not', () => {
    const key = 'participation.voting-until';
    expect(getRowOn(key, '2026-06-30')).toMatchObject({ verified: false });
    expect(getRowOn(key, '2026-07-01')).toMatchObject({ verified: true });
    expect(getRowOn('participation.voting-from', '2026-07-01')).toMatchObject({
      standing: 'default',
      verified: false,
    });
    expect(
      getRowOn('participation.minimum-votes.republican-city-district', '2026-07-01'),
    ).toMatchObject({ verified: false, note: 'wording-ambiguous' });
  });
});

describe('findLatestRowOn', () => {
  it('falls back to the latest known row, never to a later one', () => {
    expect(findLatestRowOn('mci', '2027-02-01')?.until).toBe('2026-12-31');
    expect(findLatestRowOn('mci', '2025-06-01')?.until).toBe('2025-12-31');
    expect(findLatestRowOn('mci', '2023-12-31')).toBeNull();
  });
});

describe('the rulebook as a whole', () => {
  const keys = [...new Set(LEGAL_ROWS.map((row) => row.key))];

  it.each(keys)('%s has rows in time that never overlap', (key) => {
    const rows = rowsOf(key);
    for (const [place, row] of rows.entries()) {
      expect(row.until === undefined || row.from <= row.until).toBe(true);
      const next = rows[place + 1];
      if (next) expect(row.until! < next.from).toBe(true);
    }
  });

  it('names an act for each row and a reason for each doubt', () => {
    for (const row of LEGAL_ROWS) {
      expect(LEGAL_ACTS[row.source.act]).toBeDefined();
      expect(row.verified || row.note !== undefined).toBe(true);
    }
  });
});

describe('monthDayIn', () => {
  it('puts a day of the year into a year', () => {
    expect(monthDayIn(2027, '04-24')).toBe('2027-04-24');
  });
});
