import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatFraction } from '#rules/kernel/fraction.js';
import { addDays } from '#rules/kernel/civil-date.js';
import { figuresOf, medianOf } from './obligation-figures.js';
import { OBLIGATION_KINDS, obligationRuleOf } from './obligation-kind.js';
import { type Delegation, assessDelegation, responsibleOn } from './obligation-owner.js';
import { daysLateOn, isWarningDue, obligationStateOn } from './obligation-state.js';

const DUE = '2026-11-20';
const duty = (metOn: string | null, dueOn = DUE) => ({ eventOn: '2026-11-02', dueOn, metOn });

describe('the state of a duty', () => {
  it.each([
    ['2026-11-19', null, 'open', 0],
    ['2026-11-20', null, 'open', 0],
    ['2026-11-21', null, 'overdue', 1],
    ['2026-12-20', '2026-11-19', 'met', 0],
    ['2026-12-20', '2026-11-20', 'met', 0],
    ['2026-12-20', '2026-11-21', 'late', 1],
  ] as const)('on %s, done on %s: %s by %i days', (today, metOn, state, late) => {
    expect(obligationStateOn(duty(metOn), today)).toBe(state);
    expect(daysLateOn(duty(metOn), today)).toBe(late);
  });

  it.each([
    ['2026-11-16', false],
    ['2026-11-17', true],
    ['2026-11-25', true],
  ])('warned three days ahead, on %s: %s', (today, warned) => {
    expect(isWarningDue(duty(null), 3, today)).toBe(warned);
    expect(isWarningDue(duty('2026-11-10'), 3, today)).toBe(false);
  });

  it('has a rule for every kind', () => {
    for (const kind of OBLIGATION_KINDS) {
      expect(obligationRuleOf(kind).warningDays).toBeGreaterThan(0);
      expect(obligationRuleOf(kind).point).not.toBe('');
    }
  });
});

describe('delegation', () => {
  const away = (fromPersonId: string, toPersonId: string): Delegation => ({
    fromPersonId,
    toPersonId,
    from: '2026-11-10',
    until: '2026-11-20',
    act: 'Order No 4',
  });

  it.each([
    ['2026-11-09', 'p1'],
    ['2026-11-10', 'p2'],
    ['2026-11-20', 'p2'],
    ['2026-11-21', 'p1'],
  ])('on %s the duties are with %s', (on, holder) => {
    expect(responsibleOn('p1', [away('p1', 'p2')], on)).toBe(holder);
  });

  it('passes on, and a circle ends where it began', () => {
    const chain = [away('p1', 'p2'), away('p2', 'p3')];
    expect(responsibleOn('p1', chain, '2026-11-15')).toBe('p3');
    expect(responsibleOn('p1', [...chain, away('p3', 'p1')], '2026-11-15')).toBe('p1');
    expect(responsibleOn('p0', [away('p0', 'p1'), ...chain, away('p3', 'p1')], '2026-11-15')).toBe(
      'p0',
    );
  });

  it('names every fault', () => {
    const wrong = { ...away('p1', 'p1'), until: '2026-11-09', act: ' ' };
    expect(assessDelegation(wrong, []).map(({ code }) => code)).toEqual([
      'delegation.to_oneself',
      'delegation.period_reversed',
      'delegation.act_missing',
    ]);
    const second = { ...away('p1', 'p3'), from: '2026-11-20', until: '2026-11-30' };
    expect(assessDelegation(second, [away('p1', 'p2')])).toMatchObject([
      { code: 'delegation.twice' },
    ]);
    const later = { ...second, from: '2026-11-21' };
    expect(assessDelegation(later, [away('p1', 'p2')])).toEqual([]);
  });
});

describe('figures of a body', () => {
  it('count open duties in no share', () => {
    const today = '2026-11-21';
    const duties = [
      duty('2026-11-06'),
      duty('2026-11-10'),
      duty('2026-11-21'),
      duty(null),
      duty(null, '2026-11-21'),
    ];
    expect(figuresOf(duties, today)).toEqual({
      total: 5,
      byState: { open: 1, met: 2, late: 1, overdue: 1 },
      medianDays: { num: 8n, den: 1n },
      inTime: { num: 1n, den: 2n },
    });
    expect(figuresOf([duty(null, today)], today)).toMatchObject({ medianDays: null, inTime: null });
  });

  it.each([
    [[3], '3'],
    [[4, 1], '5/2'],
    [[9, 1, 2], '2'],
    [[1, 1, 2, 100], '3/2'],
  ])('the median of %j is %s', (numbers, median) => {
    expect(formatFraction(medianOf(numbers)!)).toBe(median);
  });

  it('judge each duty by one state, whatever the sequence', () => {
    const days = fc.integer({ min: 0, max: 60 });
    const duties = fc.array(fc.tuple(days, fc.option(days)), { maxLength: 20 });
    fc.assert(
      fc.property(duties, (rows) => {
        const made = rows.map(([due, met]) => ({
          eventOn: '2026-01-01',
          dueOn: addDays('2026-01-01', due),
          metOn: met === null ? null : addDays('2026-01-01', met),
        }));
        const figures = figuresOf(made, '2026-02-01');
        const { open, met, late, overdue } = figures.byState;
        expect(open + met + late + overdue).toBe(made.length);
        expect(figuresOf(made.toReversed(), '2026-02-01')).toEqual(figures);
      }),
    );
  });
});
