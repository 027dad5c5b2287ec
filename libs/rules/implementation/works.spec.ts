import { describe, expect, it } from '@jest/globals';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import { type Milestone, assessMilestone, assessScopeChange, isDelayReason } from './milestone.js';
import { reportPeriodAt, reportPeriodsOf } from './quarterly-report.js';
import { assessAcceptance, assessResidentReport, warrantyUntil } from './works-acceptance.js';
import { assessContract } from './works-contract.js';
import {
  WORKS_LIFECYCLE,
  WORKS_STATES,
  isFinalWorksState,
  isReported,
  nextWorksState,
  possibleWorksActs,
} from './works-lifecycle.js';

const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);
const both = (text: string) => ({ kk: text, ru: text });

describe('the contract', () => {
  const contract = {
    number: '12-К',
    supplierBin: '990340000004',
    supplierName: 'ЖШС «Абат»',
    sumTiyn: 100n,
    signedOn: '2027-03-03',
    finishBy: '2027-07-01',
    procurementUrl: 'https://goszakup.gov.kz/1',
  };
  const facts = { lineTiyn: 100n, today: '2027-03-03' };

  it.each([
    [99n, 100n, []],
    [100n, 100n, []],
    [101n, 100n, ['contract.above_line']],
    [101n, null, []],
    [0n, 100n, ['contract.sum_not_positive']],
  ])('of %s against a line of %s: %j', (sumTiyn, lineTiyn, expected) => {
    expect(codes(assessContract({ ...contract, sumTiyn }, { ...facts, lineTiyn }))).toEqual(
      expected,
    );
  });

  it('names every fault', () => {
    const wrong = {
      ...contract,
      number: '',
      supplierBin: '1',
      supplierName: ' ',
      procurementUrl: 'ftp://x',
      signedOn: '2027-03-04',
      finishBy: '2027-03-04',
    };
    expect(codes(assessContract(wrong, facts))).toEqual([
      'contract.number_missing',
      'bin.not_twelve_digits',
      'contract.supplier_missing',
      'contract.procurement_missing',
      'contract.signed_in_future',
      'contract.period_reversed',
    ]);
  });
});

describe('a milestone', () => {
  const last = { on: '2027-04-01', percent: 40, paidTiyn: 50n, finishBy: '2027-07-01' };
  const facts = { last, today: '2027-05-01' };
  const next: Milestone = { ...last, on: '2027-05-01', delayReason: null, note: '' };
  const faultsOf = (changes: Partial<Milestone>) =>
    codes(assessMilestone({ ...next, ...changes }, facts));

  it.each([
    [39, ['milestone.percent_fell']],
    [40, []],
    [100, []],
    [101, ['milestone.percent_impossible']],
    [40.5, ['milestone.percent_impossible']],
    [-1, ['milestone.percent_impossible', 'milestone.percent_fell']],
  ])('of %d per cent: %j', (percent, expected) => {
    expect(faultsOf({ percent })).toEqual(expected);
  });

  it.each([
    ['2027-07-01', null, []],
    ['2027-06-30', null, []],
    ['2027-07-02', null, ['milestone.delay_unexplained']],
    ['2027-07-02', 'weather', []],
  ] as const)('that ends on %s because of %s: %j', (finishBy, delayReason, expected) => {
    expect(faultsOf({ finishBy, delayReason })).toEqual(expected);
  });

  it.each([
    ['2027-03-31', 49n, ['milestone.paid_fell', 'milestone.day_impossible']],
    ['2027-05-02', 10n ** 15n, ['milestone.day_impossible']],
    ['2027-04-01', 50n, []],
  ])('on %s with %s paid: %j', (on, paidTiyn, expected) => {
    expect(faultsOf({ on, paidTiyn })).toEqual(expected);
  });

  it('changes the scope in the open', () => {
    const same = { before: both('1 200 м²'), after: both('1 200 м²'), reason: { kk: '', ru: 'x' } };
    expect(codes(assessScopeChange(same))).toEqual([
      'scope-change.text_missing',
      'scope-change.nothing_changed',
    ]);
    expect(assessScopeChange({ ...same, after: both('700 м²'), reason: both('желі') })).toEqual([]);
    expect(isDelayReason('nothing')).toBe(false);
  });
});

describe('acceptance', () => {
  const acceptance = {
    actNumber: '3',
    acceptedOn: '2027-08-31',
    warrantyMonths: 18,
    photosAfter: 1,
  };
  const facts = { percent: 100, startedOn: '2027-03-03', today: '2027-08-31' };

  it('names every fault', () => {
    expect(assessAcceptance(acceptance, facts)).toEqual([]);
    const wrong = { actNumber: '', acceptedOn: '2027-09-01', warrantyMonths: -1, photosAfter: 0 };
    expect(codes(assessAcceptance(wrong, { ...facts, percent: 99 }))).toEqual([
      'acceptance.act_missing',
      'acceptance.not_finished',
      'acceptance.day_impossible',
      'acceptance.warranty_impossible',
      'acceptance.no_photo',
    ]);
  });

  it('counts the warranty to the end of the month', () => {
    expect(warrantyUntil('2027-08-31', 18)).toBe('2029-02-28');
  });

  it('hears residents, who show what is not so', () => {
    expect(assessResidentReport({ verdict: 'built', text: '', photos: 0 })).toEqual([]);
    expect(codes(assessResidentReport({ verdict: 'not-so', text: '', photos: 0 }))).toEqual([
      'resident-report.text_missing',
      'resident-report.photo_missing',
    ]);
  });
});

describe('the quarterly report', () => {
  it.each([
    ['2027-01-01', '2027-01-01', '2027-03-31', '2027-04-10'],
    ['2027-03-31', '2027-01-01', '2027-03-31', '2027-04-10'],
    ['2027-04-01', '2027-04-01', '2027-06-30', '2027-07-10'],
    ['2027-09-30', '2027-07-01', '2027-09-30', '2027-10-10'],
    ['2027-12-31', '2027-10-01', '2027-12-31', '2028-01-10'],
  ])('on %s is of %s–%s, by %s', (day, from, until, dueOn) => {
    expect(reportPeriodAt(day)).toEqual({ from, until, dueOn });
  });

  it.each([
    ['2027-03-03', null, '2027-03-31', 0],
    ['2027-03-03', null, '2027-04-01', 1],
    ['2027-03-03', null, '2027-10-01', 3],
    ['2027-03-03', '2027-04-01', '2028-10-01', 2],
    ['2027-03-03', '2027-03-31', '2028-10-01', 1],
  ])('of works from %s to %s, by %s: %i of them', (startedOn, endedOn, today, count) => {
    expect(reportPeriodsOf(startedOn, endedOn, today)).toHaveLength(count);
  });
});

describe('the way of works', () => {
  it('reaches every state', () => {
    expect(statesReachableFrom(WORKS_LIFECYCLE, 'planned')).toEqual(new Set(WORKS_STATES));
    expect(WORKS_STATES.filter(isFinalWorksState)).toEqual(['accepted', 'cancelled']);
    expect(isReported('postponed')).toBe(true);
    expect(possibleWorksActs('postponed')).toEqual(['resume', 'cancel']);
    expect(() => nextWorksState('planned', 'accept')).toThrow('works.act_not_possible');
  });
});
