import { describe, expect, it } from '@jest/globals';
import { checkBin } from './bin.js';

describe('checkBin', () => {
  it('accepts a well-formed number and drops spaces', () => {
    expect(checkBin('9903 4000 0004')).toEqual({ valid: true, bin: '990340000004' });
  });

  it.each([
    ['eleven digits', '99034000000', 'bin.not_twelve_digits'],
    ['month 00', '990040000004', 'bin.month_impossible'],
    ['month 13', '991340000004', 'bin.month_impossible'],
    ['one digit wrong', '990340000005', 'bin.check_digit_wrong'],
  ])('refuses %s', (_, text, reason) => {
    expect(checkBin(text)).toEqual({ valid: false, reason });
  });
});
