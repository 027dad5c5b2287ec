import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_SEED, seededOrder } from './seeded-shuffle.js';

const anySeed = fc.integer({ min: 0, max: LARGEST_SEED });

describe('seededOrder', () => {
  it('gives the same sequence for the same seed, on every machine and for ever', () => {
    expect(seededOrder([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 4821)).toEqual([
      5, 4, 8, 6, 9, 10, 3, 7, 1, 2,
    ]);
    expect(seededOrder([1, 2, 3, 4, 5], 0)).toEqual([5, 3, 4, 1, 2]);
    expect(seededOrder([1, 2, 3, 4, 5], LARGEST_SEED)).toEqual([4, 2, 3, 1, 5]);
  });

  it('loses and adds nothing, and does not touch what it was given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), anySeed, (numbers, seed) => {
        const before = [...numbers];
        const order = seededOrder(numbers, seed);
        expect(order.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
        expect(numbers).toEqual(before);
      }),
    );
  });

  it('depends on the seed alone, not on the sequence it was given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), anySeed, (numbers, seed) => {
        expect(seededOrder(numbers.toReversed(), seed)).toEqual(seededOrder(numbers, seed));
      }),
    );
  });

  it('puts each project first about equally often', () => {
    const firsts = new Map<number, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const first = seededOrder([1, 2, 3, 4, 5, 6], seed)[0]!;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const count of firsts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it.each([-1, 0.5, LARGEST_SEED + 1, Number.NaN])('refuses the seed %d', (seed) => {
    expect(() => seededOrder([1, 2], seed)).toThrow(RangeError);
  });
});
