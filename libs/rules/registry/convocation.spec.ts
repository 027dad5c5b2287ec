import { describe, expect, it } from '@jest/globals';
import { assessConvocation, type PlannedConvocation } from './convocation.js';
import { maslikhatKindOf } from './maslikhat.js';

const limits = { deputiesAtMost: 25, termYears: 5, commissionsAtMost: 7 };
const name = { kk: 'Арна', ru: 'Арна' };

const lawful: PlannedConvocation = {
  number: 'VIII',
  from: '2023-03-19',
  until: '2028-03-18',
  constituencies: [
    { number: 1, kind: 'single-mandate', name, seats: 1 },
    { number: 2, kind: 'party-list', name, seats: 24 },
  ],
  commissions: Array.from({ length: 7 }, () => name),
};

const codesOf = (changes: Partial<PlannedConvocation>) =>
  assessConvocation({ ...lawful, ...changes }, limits).map(({ code }) => code);

const listOf = (seats: number) => [{ number: 1, kind: 'party-list' as const, name, seats }];

describe('assessConvocation', () => {
  it('finds nothing wrong with a lawful one', () => {
    expect(codesOf({})).toEqual([]);
  });

  it.each([
    [24, []],
    [25, []],
    [26, ['convocation.too_many_seats']],
    [0, ['convocation.seats_impossible']],
  ])('with %i seats says %j', (seats, codes) => {
    expect(codesOf({ constituencies: listOf(seats) })).toEqual(codes);
  });

  it.each([
    ['2028-03-17', []],
    ['2028-03-18', []],
    ['2028-03-19', ['convocation.term_too_long']],
    ['2023-03-18', ['convocation.period_reversed']],
  ])('that ends on %s says %j', (until, codes) => {
    expect(codesOf({ until })).toEqual(codes);
  });

  it.each([
    [7, []],
    [8, ['convocation.too_many_commissions']],
  ])('with %i commissions says %j', (count, codes) => {
    expect(codesOf({ commissions: Array.from({ length: count }, () => name) })).toEqual(codes);
  });

  it('gives a single-mandate constituency one seat', () => {
    const constituencies = [{ number: 4, kind: 'single-mandate' as const, name, seats: 2 }];
    expect(assessConvocation({ ...lawful, constituencies }, limits)).toEqual([
      { code: 'convocation.seats_impossible', field: 'constituencies', details: { number: 4 } },
    ]);
  });

  it('names all faults at once', () => {
    const nameless = { kk: 'Арна', ru: ' ' };
    const constituencies = [
      { number: 1, kind: 'single-mandate' as const, name, seats: 1 },
      { number: 1, kind: 'single-mandate' as const, name: nameless, seats: 1 },
    ];
    expect(codesOf({ number: ' ', constituencies, commissions: [nameless] })).toEqual([
      'convocation.number_missing',
      'convocation.constituency_twice',
      'convocation.constituency_unnamed',
      'convocation.commission_unnamed',
    ]);
    expect(codesOf({ constituencies: [] })).toEqual(['convocation.no_constituency']);
  });
});

describe('maslikhatKindOf', () => {
  it.each([
    ['oblast', 'region'],
    ['republican-city', 'region'],
    ['oblast-city', 'city'],
    ['district', 'district'],
    ['city-district', null],
    ['district-city', null],
    ['rural-okrug', null],
    ['village', null],
  ] as const)('of %s is %s', (level, kind) => {
    expect(maslikhatKindOf(level)).toBe(kind);
  });
});
