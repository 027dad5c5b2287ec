import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, weekdayOf } from '#rules/kernel/civil-date.js';
import { DAYS_OFF } from './days-off.js';
import {
  addWorkingDays,
  isWorkingDay,
  isYearKnown,
  nextWorkingDay,
  workingDaysBetween,
} from './working-days.js';

const aDay = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2024-01-01', days));

describe('isWorkingDay', () => {
  it.each([
    ['2024-05-04', true, 'a Saturday worked for 8 May'],
    ['2024-05-08', false, 'moved to Saturday 4 May'],
    ['2025-01-03', false, 'moved to Sunday 5 January'],
    ['2025-01-05', true, 'a Sunday worked for 3 January'],
    ['2026-01-07', false, 'Christmas'],
    ['2026-03-16', true, 'Constitution Day begins in 2027'],
    ['2026-03-25', false, 'carried over from Nauryz'],
    ['2026-03-26', true, 'after Nauryz'],
    ['2026-05-27', false, 'Kurban Ait'],
    ['2026-08-31', true, '30 August is no holiday any more'],
    ['2026-10-26', false, 'carried over from Sunday'],
    ['2026-11-20', true, 'an ordinary Friday'],
    ['2026-11-21', false, 'an ordinary Saturday'],
    ['2027-01-04', false, 'carried over from Saturday'],
    ['2027-03-15', false, 'Constitution Day'],
  ])('%s → %s, %s', (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected);
  });

  it.each(['2023-12-31', '2028-01-01'])('refuses to guess %s', (day) => {
    expect(isYearKnown(day)).toBe(false);
    expect(() => isWorkingDay(day)).toThrow(
      expect.objectContaining({ kind: 'unavailable', code: 'calendar.year_unknown' }),
    );
  });

  it.each([
    ['2025', 246],
    ['2026', 247],
  ])('counts the working days of %s as the announced calendar does: %d', (year, days) => {
    expect(workingDaysBetween(`${year}-01-01`, `${year}-12-31`)).toBe(days);
  });
});

describe('arithmetic of working days', () => {
  it.each([
    ['2026-10-23', '2026-10-23'],
    ['2026-10-24', '2026-10-27'],
    ['2025-03-21', '2025-03-26'],
  ])('the working day from %s on is %s', (day, expected) => {
    expect(nextWorkingDay(day)).toBe(expected);
  });

  it.each([
    ['2026-03-19', 0, '2026-03-19'],
    ['2026-03-19', 1, '2026-03-20'],
    ['2026-03-19', 2, '2026-03-26'],
    ['2026-03-21', 1, '2026-03-26'],
    ['2026-12-31', 1, '2027-01-05'],
  ])('%s + %d → %s', (from, count, expected) => {
    expect(addWorkingDays(from, count)).toBe(expected);
  });

  it('refuses half and negative days', () => {
    expect(() => addWorkingDays('2026-03-19', -1)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-03-19', 0.5)).toThrow(RangeError);
  });

  it('counts back what it added', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 30 }), (from, count) => {
        expect(workingDaysBetween(from, addWorkingDays(from, count))).toBe(count);
      }),
    );
  });

  it('counts nothing backwards', () => {
    expect(workingDaysBetween('2026-03-20', '2026-03-19')).toBe(0);
  });
});

describe('the days as data', () => {
  it.each(DAYS_OFF.map((year) => [year.year, year] as const))(
    '%d names each day once, in its own year, with a source',
    (year, data) => {
      const days = [...data.daysOff, ...data.workingWeekends].map((day) => day.on);
      expect(new Set(days).size).toBe(days.length);
      expect(days.every((day) => day.startsWith(String(year)))).toBe(true);
      expect(data.sources.length).toBeGreaterThan(0);
      expect(data.workingWeekends.every((day) => weekdayOf(day.on) > 5)).toBe(true);
    },
  );

  it.each(DAYS_OFF)('carries over as many days of $year as holidays fall on a weekend', (data) => {
    const ofGround = (ground: string) => data.daysOff.filter((day) => day.ground === ground);
    const onWeekend = ofGround('holiday').filter((day) => weekdayOf(day.on) > 5);
    expect(ofGround('carried-over')).toHaveLength(onWeekend.length);
    expect(ofGround('carried-over').every((day) => weekdayOf(day.on) <= 5)).toBe(true);
  });
});
