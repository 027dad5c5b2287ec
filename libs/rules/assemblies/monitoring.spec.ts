import { describe, expect, it } from '@jest/globals';
import { valueOn } from '#rules/rulebook/value-on.js';
import {
  type MonitoringReport,
  assessMonitoringReport,
  monitoringPeriodAt,
  monitoringPeriodsOf,
  unreportedPeriods,
} from './monitoring.js';

const HALF_YEAR = valueOn('monitoring.every-months', '2026-11-21');
const FIRST = { from: '2026-01-01', until: '2026-06-30' };
const SECOND = { from: '2026-07-01', until: '2026-12-31' };

describe('half-years of monitoring', () => {
  it.each([
    ['2026-01-01', FIRST],
    ['2026-06-30', FIRST],
    ['2026-07-01', SECOND],
    ['2026-12-31', SECOND],
    ['2027-01-01', { from: '2027-01-01', until: '2027-06-30' }],
  ])('%s is in %j', (on, period) => {
    expect(monitoringPeriodAt(on, HALF_YEAR)).toEqual(period);
  });

  it.each([
    ['2026-06-30', 0],
    ['2026-07-01', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 2],
  ])('on %s an assembly of March 2026 without reports lacks %i', (today, lacking) => {
    const assembly = { from: '2026-03-10', until: '2030-03-09', reported: [] };
    expect(unreportedPeriods(assembly, HALF_YEAR, today)).toHaveLength(lacking);
  });

  it.each([
    ['2026-03-10', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 2],
    ['2035-01-01', 8],
  ])('on %s an assembly of March 2026 has sat in %i, and none after its term', (today, count) => {
    const term = { from: '2026-03-10', until: '2030-03-09' };
    expect(monitoringPeriodsOf(term, HALF_YEAR, today)).toHaveLength(count);
  });

  it('lacks only those without a report', () => {
    const assembly = { from: '2026-03-10', until: '2030-03-09', reported: [FIRST] };
    expect(unreportedPeriods(assembly, HALF_YEAR, '2027-01-01')).toEqual([SECOND]);
  });
});

describe('a monitoring report', () => {
  const both = (text: string) => ({ kk: text, ru: text });
  const report: MonitoringReport = {
    period: SECOND,
    signedOn: '2026-11-20',
    signedBy: ['m1', 'm2'],
    findings: both('Found'),
    recommendations: both('Repair'),
  };
  const facts = { commission: ['m1', 'm2'], delegates: ['m1', 'm2', 'm3'], today: '2026-11-21' };
  const codes = (change: Partial<MonitoringReport>, of: Partial<typeof facts> = {}) =>
    assessMonitoringReport({ ...report, ...change }, { ...facts, ...of }).map(({ code }) => code);

  it.each([
    ['2026-06-30', ['monitoring.day_impossible']],
    ['2026-07-01', []],
    ['2026-11-21', []],
    ['2026-11-22', ['monitoring.day_impossible']],
  ])('signed on %s: %j', (signedOn, expected) => {
    expect(codes({ signedOn })).toEqual(expected);
  });

  it('is of delegates, signed by all of the commission, in both languages', () => {
    expect(codes({ signedBy: ['m1'], findings: { kk: '', ru: 'Да' } })).toEqual([
      'monitoring.not_signed',
      'monitoring.text_missing',
    ]);
    expect(codes({ signedBy: ['m9'] }, { commission: ['m9'] })).toEqual([
      'monitoring.not_a_delegate',
    ]);
    expect(codes({}, { commission: [] })).toEqual(['monitoring.no_commission']);
  });
});
