import { describe, expect, it } from '@jest/globals';
import {
  compareFractions,
  formatFraction,
  fraction,
  parseFraction,
  shareRoundedUp,
} from './fraction.js';

describe('fractions', () => {
  it('stand in lowest terms with a positive denominator', () => {
    expect(fraction(2n, 4n)).toEqual({ num: 1n, den: 2n });
    expect(fraction(3n, -6n)).toEqual({ num: -1n, den: 2n });
    expect(fraction(0n, 7n)).toEqual({ num: 0n, den: 1n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  it('compare exactly where doubles do not', () => {
    const large = 10n ** 30n;
    expect(compareFractions(fraction(large, large + 1n), fraction(large - 1n, large))).toBe(1);
    expect(compareFractions(fraction(1n, 3n), fraction(2n, 6n))).toBe(0);
    expect(compareFractions(fraction(1n, 3n), fraction(1n, 2n))).toBe(-1);
  });

  it.each([
    [3821n, 192n],
    [3820n, 191n],
    [3800n, 190n],
    [0n, 0n],
    [1n, 1n],
  ])('five per cent of %s, rounded up, is %s', (whole, share) => {
    expect(shareRoundedUp(whole, fraction(5n, 100n))).toBe(share);
  });

  it('are written with a bar unless whole', () => {
    expect(formatFraction(fraction(2n, 3n))).toBe('2/3');
    expect(formatFraction(fraction(6n, 3n))).toBe('2');
    expect(parseFraction('2/3')).toEqual(fraction(2n, 3n));
    expect(parseFraction('2')).toEqual(fraction(2n, 1n));
  });
});
