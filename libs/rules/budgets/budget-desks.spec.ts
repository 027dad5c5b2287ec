import { describe, expect, it } from '@jest/globals';
import { assessConclusion } from './budget-amendment.js';
import { compareLines, comparisonTotal, plannedTiyn } from './budget-comparison.js';
import { assessExecution, quarterEnd, quartersOver } from './budget-execution.js';
import { assessHearing, assessHearingProtocol } from './budget-hearing.js';
import { assessPlanAct, planLimit } from './late-budget.js';

const BOTH = { kk: 'Мәтін', ru: 'Текст' };
const HALF = { kk: 'Мәтін', ru: ' ' };
const codesOf = (faults: readonly { readonly code: string }[]) => faults.map(({ code }) => code);

describe('a comparison', () => {
  const line = (number: number, amountTiyn: bigint) => ({ number, title: BOTH, amountTiyn });

  it('has every line that ever was; one that an act left out has nothing there', () => {
    const rows = compareLines({
      draft: [line(1, 100n), line(2, 50n)],
      adopted: [line(1, 150n)],
      refined: null,
      executed: new Map([[1, 75n]]),
    });
    expect(rows).toEqual([
      {
        line: 1,
        title: BOTH,
        draftTiyn: 100n,
        adoptedTiyn: 150n,
        refinedTiyn: null,
        executedTiyn: 75n,
      },
      {
        line: 2,
        title: BOTH,
        draftTiyn: 50n,
        adoptedTiyn: 0n,
        refinedTiyn: null,
        executedTiyn: null,
      },
    ]);
    expect(rows.map(plannedTiyn)).toEqual([150n, 0n]);
    expect(comparisonTotal(rows)).toEqual({
      draftTiyn: 150n,
      adoptedTiyn: 150n,
      refinedTiyn: null,
      executedTiyn: 75n,
    });
  });
});

describe('execution', () => {
  it.each([
    ['2027-03-31', []],
    ['2027-04-01', [1]],
    ['2027-12-31', [1, 2, 3]],
    ['2028-01-01', [1, 2, 3, 4]],
  ])('of a quarter is entered once it is over: %s', (today, over) => {
    expect(quartersOver(2027, today)).toEqual(over);
  });

  it('says every fault at once', () => {
    const paid = (line: number, reason: typeof BOTH | null = null) => ({
      line,
      paidTiyn: 1n,
      reason,
    });
    const known = { isOver: false, isLine: (line: number) => line < 9 };
    expect(codesOf(assessExecution([], known))).toEqual([
      'execution.quarter_not_over',
      'execution.empty',
    ]);
    const faults = assessExecution([paid(1), paid(1), paid(2, HALF), paid(9), paid(3, BOTH)], {
      ...known,
      isOver: true,
    });
    expect(codesOf(faults)).toEqual([
      'execution.line_twice',
      'execution.reason_missing',
      'execution.line_unknown',
    ]);
    expect(quarterEnd(2027, 2)).toBe('2027-06-30');
  });
});

describe('a hearing', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it.each([
    [-1, ['hearing.not_ahead']],
    [0, ['hearing.not_ahead']],
    [1, []],
  ])('lies ahead: %d minutes', (minutes, codes) => {
    const call = { startsAt: at(minutes), place: BOTH, notice: BOTH };
    expect(codesOf(assessHearing(call, now))).toEqual(codes);
  });

  it('is announced in both languages', () => {
    expect(codesOf(assessHearing({ startsAt: at(1), place: HALF, notice: HALF }, now))).toEqual([
      'hearing.place_missing',
      'hearing.notice_missing',
    ]);
  });

  it('has a protocol once it was held', () => {
    const remark = { text: ' ', language: 'kk', answer: 'Жоқ' } as const;
    const protocol = { attended: -1, summary: HALF, remarks: [remark] };
    expect(codesOf(assessHearingProtocol(protocol, { startsAt: at(1), now }))).toEqual([
      'hearing.not_held_yet',
      'hearing.attended_invalid',
      'hearing.summary_missing',
      'hearing.remark_empty',
    ]);
    const whole = { attended: 0, summary: BOTH, remarks: [] };
    expect(assessHearingProtocol(whole, { startsAt: at(0), now })).toEqual([]);
  });
});

describe('the plan of the first quarter', () => {
  it.each([
    [999n, []],
    [1000n, []],
    [1001n, ['budget.plan_above_share']],
    [0n, ['budget.plan_empty']],
  ])('spends no more than its share: %d', (amountTiyn, codes) => {
    const atMostTiyn = planLimit(4003n, '2026-12-25');
    const act = { amountTiyn, number: '12', on: '2026-12-20' };
    expect(codesOf(assessPlanAct(act, { today: '2026-12-20', atMostTiyn }))).toEqual(codes);
  });

  it('is an act with a number and a day that has come', () => {
    const act = { amountTiyn: 1n, number: ' ', on: '2026-12-21' };
    expect(codesOf(assessPlanAct(act, { today: '2026-12-20', atMostTiyn: 1n }))).toEqual([
      'budget.plan_unnumbered',
      'budget.plan_day_ahead',
    ]);
  });
});

describe('the akim’s conclusion', () => {
  it.each([
    [true, null, 0],
    [true, BOTH, 0],
    [true, HALF, 1],
    [false, null, 1],
    [false, HALF, 1],
    [false, BOTH, 0],
  ])('says why where it refuses: %s %j', (agrees, reasons, faults) => {
    expect(assessConclusion(agrees, reasons)).toHaveLength(faults);
  });
});
