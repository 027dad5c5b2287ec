import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assemblySizeOn, assemblyTermUntil, assessAssemblySeats } from './assembly-size.js';

const DAY = '2026-11-21';
const sizeOf = (population: number) => assemblySizeOn(DAY, population, []);

const withSeats = (...delegates: number[]) => ({
  from: '2026-11-21',
  until: '2030-11-20',
  seats: delegates.map((count, place) => ({ settlement: `s${place}`, delegates: count })),
});

describe('the size of an assembly', () => {
  it.each([
    [0, 5, 10],
    [9_999, 5, 10],
    [10_000, 5, 10],
    [10_001, 11, 15],
    [14_999, 11, 15],
    [15_000, 11, 15],
    [15_001, 16, 20],
    [19_999, 16, 20],
    [20_000, 16, 20],
    [20_001, 21, 25],
    [50_000, 21, 25],
  ])('%i people: %i to %i delegates', (population, atLeast, atMost) => {
    expect(sizeOf(population)).toMatchObject({ atLeast, atMost });
  });

  it.each([
    [10_000, 4, 'assembly.too_few_seats'],
    [10_000, 5, undefined],
    [10_000, 6, undefined],
    [10_000, 9, undefined],
    [10_000, 10, undefined],
    [10_000, 11, 'assembly.too_many_seats'],
    [10_001, 10, 'assembly.too_few_seats'],
    [10_001, 11, undefined],
    [10_001, 15, undefined],
    [10_001, 16, 'assembly.too_many_seats'],
    [15_001, 15, 'assembly.too_few_seats'],
    [15_001, 16, undefined],
    [15_001, 20, undefined],
    [15_001, 21, 'assembly.too_many_seats'],
    [20_001, 20, 'assembly.too_few_seats'],
    [20_001, 21, undefined],
    [20_001, 24, undefined],
    [20_001, 25, undefined],
    [20_001, 26, 'assembly.too_many_seats'],
  ])('%i people and %i delegates: %s', (population, delegates, code) => {
    expect(assessAssemblySeats(withSeats(delegates), sizeOf(population))[0]?.code).toBe(code);
  });

  it('gives every settlement a delegate', () => {
    expect(assessAssemblySeats(withSeats(4, 0, 1), sizeOf(3_821))).toEqual([
      {
        code: 'assembly.settlement_without_seat',
        field: 'seats',
        details: { settlement: 's1', perSettlement: 1 },
      },
    ]);
  });

  it.each([
    ['2026-11-21', '2030-11-20'],
    ['2024-02-29', '2028-02-28'],
    ['2027-01-01', '2030-12-31'],
  ])('elected on %s, it sits until %s', (from, until) => {
    expect(assemblyTermUntil(from, sizeOf(1).termMonths)).toBe(until);
  });

  it.each([
    ['2030-11-19', undefined],
    ['2030-11-20', undefined],
    ['2030-11-21', 'assembly.term_too_long'],
    ['2026-11-20', 'assembly.term_reversed'],
  ])('a term until %s: %s', (until, code) => {
    const faults = assessAssemblySeats({ ...withSeats(7), until }, sizeOf(3_821));
    expect(faults[0]?.code).toBe(code);
  });

  it('takes the local size while the law caps all of them', () => {
    const local = (key: 'assembly.size-at-most.small' | 'assembly.size-at-most.largest') => ({
      key,
      value: 30,
      from: '2026-01-01',
      until: null,
      act: 'Regulation No 1',
    });
    expect(assemblySizeOn(DAY, 1, [local('assembly.size-at-most.small')]).atMost).toBe(30);
    expect(assemblySizeOn(DAY, 30_000, [local('assembly.size-at-most.largest')]).atMost).toBe(25);
  });

  it('never shrinks as people come', () => {
    const people = fc.integer({ min: 0, max: 30_000 });
    fc.assert(
      fc.property(people, people, (a, b) => {
        const [fewer, more] = [sizeOf(Math.min(a, b)), sizeOf(Math.max(a, b))];
        expect(more.atLeast).toBeGreaterThanOrEqual(fewer.atLeast);
        expect(more.atMost).toBeGreaterThanOrEqual(fewer.atMost);
        expect(fewer.atLeast).toBeLessThanOrEqual(fewer.atMost);
      }),
    );
  });
});
