import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatTenge, parseTenge, tenge } from './money.js';

describe('parseTenge', () => {
  it.each([
    ['38500000', 3_850_000_000n],
    ['38500000.5', 3_850_000_050n],
    ['38500000.05', 3_850_000_005n],
    ['0', 0n],
    ['9999999999999999', 999_999_999_999_999_900n],
  ])('%s → %s', (text, tiyn) => {
    expect(parseTenge(text)).toBe(tiyn);
  });

  it.each([
    '',
    '-1',
    '1e9',
    '1.005',
    '.5',
    '1.',
    '1 000',
    '1,5',
    '0x10',
    'NaN',
    '12345678901234567',
  ])('is null for %j', (text) => {
    expect(parseTenge(text)).toBeNull();
  });
});

describe('formatTenge', () => {
  it.each([
    [tenge(5), '5'],
    [550n, '5.50'],
    [5n, '0.05'],
    [0n, '0'],
    [-550n, '-5.50'],
    [-5n, '-0.05'],
  ])('%s → %s', (tiyn, text) => {
    expect(formatTenge(tiyn)).toBe(text);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (tiyn) => {
        expect(parseTenge(formatTenge(tiyn))).toBe(tiyn);
      }),
    );
  });
});
