import { describe, expect, it } from '@jest/globals';
import {
  assessPressureAct,
  assessPressureReport,
  possiblePressureActs,
  PRESSURE_ACTS,
  type PressureState,
} from './pressure-report.js';

const lawful = { kind: 'pressure', text: 'x'.repeat(20), contact: '' };

describe('assessPressureReport', () => {
  it('takes a report without a name', () => {
    expect(assessPressureReport(lawful)).toEqual([]);
  });

  it.each([
    [19, ['pressure.text_short']],
    [20, []],
    [4_000, []],
    [4_001, ['form.too_long']],
  ])('a text of %d letters', (length, codes) => {
    const faults = assessPressureReport({ ...lawful, text: 'x'.repeat(length) });
    expect(faults.map((fault) => fault.code)).toEqual(codes);
  });

  it.each([
    [200, []],
    [201, ['form.too_long']],
  ])('a contact of %d letters', (length, codes) => {
    const faults = assessPressureReport({ ...lawful, contact: 'x'.repeat(length) });
    expect(faults.map((fault) => fault.code)).toEqual(codes);
  });

  it('names every fault at once', () => {
    const faults = assessPressureReport({ kind: 'x', text: ' ', contact: 'x'.repeat(201) });
    expect(faults.map((fault) => fault.field)).toEqual(['kind', 'text', 'contact']);
  });
});

describe('assessPressureAct', () => {
  const states: PressureState[] = ['received', ...PRESSURE_ACTS];

  it.each(states)('from "%s" takes what may follow and nothing else', (state) => {
    const taken = PRESSURE_ACTS.filter(
      (kind) => assessPressureAct(state, { kind, words: 'x' }).length === 0,
    );
    expect(taken).toEqual(possiblePressureActs(state));
  });

  it('never goes back, and ends with the answer', () => {
    for (const state of states)
      for (const act of possiblePressureActs(state))
        expect(states.indexOf(act)).toBeGreaterThan(states.indexOf(state));
    expect(possiblePressureActs('answered')).toEqual([]);
  });

  it('must say something', () => {
    expect(assessPressureAct('received', { kind: 'answered', words: '  ' })).toEqual([
      { code: 'pressure.words_missing', field: 'words' },
    ]);
  });
});
