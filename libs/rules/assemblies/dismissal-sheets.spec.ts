import { describe, expect, it } from '@jest/globals';
import { type DismissalLapse, assessLapse } from './dismissal-lapse.js';
import { assessSheets, assessSheetsCheck } from './dismissal-sheets.js';

const DAY = '2026-11-21';
const people = (count: number) => Array.from({ length: count }, (_, place) => `d${place + 1}`);
const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code);

describe('signature sheets on a dismissal', () => {
  it('are of deputies, each once, and of somebody', () => {
    const deputies = people(16);
    expect(assessSheets({ deputies, signedBy: ['d1'] })).toEqual([]);
    expect(codes(assessSheets({ deputies, signedBy: [] }))).toEqual(['dismissal.nobody_signed']);
    expect(codes(assessSheets({ deputies, signedBy: ['d1', 'd1', 'x'] }))).toEqual([
      'dismissal.not_a_deputy',
      'dismissal.signed_twice',
    ]);
  });

  it.each([
    [16, 3, false],
    [16, 4, true],
    [16, 5, true],
    [15, 2, false],
    [15, 3, true],
    [21, 4, false],
    [21, 5, true],
  ])('of %i deputies, %i valid signatures confirm them: %s', (deputies, valid, enough) => {
    const check = {
      deputies: people(deputies),
      signedBy: people(8),
      valid: people(valid),
      on: DAY,
    };
    expect(assessSheetsCheck(check).length === 0).toBe(enough);
  });

  it('are confirmed only by those on them who still hold a mandate', () => {
    const check = { deputies: people(16), signedBy: people(4), on: DAY };
    expect(codes(assessSheetsCheck({ ...check, valid: [...people(4), 'd9'] }))).toEqual([
      'dismissal.not_on_the_sheets',
    ]);
    const left = { ...check, deputies: people(20).slice(1), valid: people(4) };
    expect(codes(assessSheetsCheck(left))).toEqual(['dismissal.too_few_deputies']);
    expect(codes(assessSheetsCheck({ ...check, valid: ['d1', 'd2', 'd3', 'd4', 'd4'] }))).toEqual([
      'dismissal.signed_twice',
    ]);
  });
});

describe('a dismissal that lapses', () => {
  const lapse: DismissalLapse = {
    state: 'signatures',
    on: '2026-12-01',
    stepBy: '2026-11-30',
    valid: [],
    deputies: people(16),
    hasAkimLeft: false,
    reasons: { kk: 'Себебі', ru: 'Причина' },
  };
  const isRefused = (changes: Partial<DismissalLapse>) =>
    codes(assessLapse({ ...lapse, ...changes })).includes('dismissal.does_not_lapse');

  it.each([
    ['2026-11-29', true],
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('without sheets on %s is refused: %s', (on, refused) => {
    expect(isRefused({ on })).toBe(refused);
  });

  it.each([
    [3, false],
    [4, true],
    [5, true],
  ])('after a check that found %i valid signatures of 16 is refused: %s', (valid, refused) => {
    expect(isRefused({ state: 'under-check', valid: people(valid) })).toBe(refused);
  });

  it('is nobody’s wish, but ends with the akim’s leaving', () => {
    expect(isRefused({ state: 'raised', stepBy: null })).toBe(true);
    expect(isRefused({ state: 'raised', stepBy: null, hasAkimLeft: true })).toBe(false);
    expect(codes(assessLapse({ ...lapse, reasons: { kk: ' ', ru: '' } }))).toEqual([
      'dismissal.reasons_missing',
    ]);
  });
});
