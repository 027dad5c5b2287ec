import { describe, expect, it } from '@jest/globals';
import { type Erratum, assessErratum, nextErratumNumber } from './minutes-erratum.js';

const both = (text: string) => ({ kk: text, ru: text });
const erratum: Erratum = {
  on: '2026-11-21',
  item: 4,
  was: both('12'),
  becomes: both('21'),
  reason: both('Slip'),
};
const minutes = { state: 'published', signedOn: '2026-11-20', items: 4 } as const;
const codes = (change: Partial<Erratum>, of: Parameters<typeof assessErratum>[1] = minutes) =>
  assessErratum({ ...erratum, ...change }, of, '2026-11-21').map(({ code }) => code);

describe('errata', () => {
  it.each([
    [[], 1],
    [[1], 2],
    [[2, 1], 3],
  ])('after %j comes %i', (numbers, next) => {
    expect(nextErratumNumber(numbers)).toBe(next);
  });

  it.each([
    [0, ['erratum.item_unknown']],
    [1, []],
    [4, []],
    [5, ['erratum.item_unknown']],
    [1.5, ['erratum.item_unknown']],
    [null, []],
  ])('of item %s of four: %j', (item, expected) => {
    expect(codes({ item })).toEqual(expected);
  });

  it.each([
    ['2026-11-19', ['erratum.day_impossible']],
    ['2026-11-20', []],
    ['2026-11-21', []],
    ['2026-11-22', ['erratum.day_impossible']],
  ])('dated %s: %j', (on, expected) => {
    expect(codes({ on })).toEqual(expected);
  });

  it('stand only beside signed minutes and in both languages', () => {
    const unsigned = { ...minutes, state: 'signed-by-chair' } as const;
    expect(codes({ reason: { kk: '', ru: 'Описка' } }, unsigned)).toEqual([
      'erratum.minutes_not_signed',
      'erratum.text_missing',
    ]);
  });
});
