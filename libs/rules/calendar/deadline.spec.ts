import { describe, expect, it } from '@jest/globals';
import { type Term, deadlineOf, deadlineStateOn, quarterlyReportDueOn } from './deadline.js';

describe('deadlineOf', () => {
  it.each<[string, Term, string]>([
    ['2026-02-20', { kind: 'working-days', count: 4 }, '2026-02-26'],
    ['2026-03-19', { kind: 'working-days', count: 4 }, '2026-03-30'],
    ['2026-02-20', { kind: 'calendar-days', count: 10 }, '2026-03-02'],
    ['2026-10-14', { kind: 'calendar-days', count: 10 }, '2026-10-27'],
    ['2026-01-31', { kind: 'months', count: 1 }, '2026-03-02'],
    ['2026-07-21', { kind: 'months', count: 3 }, '2026-10-21'],
  ])('%s + %j → %s', (event, term, expected) => {
    expect(deadlineOf(event, term)).toBe(expected);
  });

  it('refuses to end in an unknown year', () => {
    expect(() => deadlineOf('2027-12-20', { kind: 'months', count: 1 })).toThrow(
      expect.objectContaining({ code: 'calendar.year_unknown' }),
    );
  });
});

describe('deadlineStateOn', () => {
  it.each([
    ['2026-02-25', { kind: 'open', workingDaysLeft: 1 }],
    ['2026-02-26', { kind: 'last-day' }],
    ['2026-02-27', { kind: 'overdue', workingDaysLate: 1 }],
    ['2026-03-01', { kind: 'overdue', workingDaysLate: 1 }],
  ])('on %s is %j', (today, state) => {
    expect(deadlineStateOn('2026-02-26', today)).toEqual(state);
  });
});

describe('quarterlyReportDueOn', () => {
  it.each([
    ['2026-01-01', '2026-04-10'],
    ['2026-03-31', '2026-04-10'],
    ['2026-04-01', '2026-07-10'],
    ['2026-12-31', '2027-01-10'],
  ])('a report on the quarter of %s is due on %s', (day, due) => {
    expect(quarterlyReportDueOn(day, 10)).toBe(due);
  });
});
