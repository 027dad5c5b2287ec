import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  fullYearsOn,
  isCivilDate,
  weekdayOf,
} from './civil-date.js';

const aDay = fc.integer({ min: -60_000, max: 60_000 }).map((days) => addDays('1970-01-01', days));

describe('isCivilDate', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-13-10', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00:00Z', false],
    ['', false],
  ])('%s → %s', (text, expected) => {
    expect(isCivilDate(text)).toBe(expected);
  });
});

describe('arithmetic of days', () => {
  it('knows weekdays on both sides of 1970', () => {
    expect(weekdayOf('2026-11-21')).toBe(6);
    expect(weekdayOf('2027-03-15')).toBe(1);
    expect(weekdayOf('1970-01-01')).toBe(4);
    expect(weekdayOf('1969-12-25')).toBe(4);
    expect(weekdayOf('1969-12-28')).toBe(7);
  });

  it('subtracts what it added', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-03-31', -13, '2025-02-28'],
  ])('%s and %d months → %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe('fullYearsOn', () => {
  it.each([
    ['2009-04-15', '2027-04-14', 17],
    ['2009-04-14', '2027-04-14', 18],
    ['2009-04-13', '2027-04-14', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
  ])('born on %s, on %s: %d', (bornOn, on, years) => {
    expect(fullYearsOn(bornOn, on)).toBe(years);
  });
});
