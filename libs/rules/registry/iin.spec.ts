import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDigitOf } from './check-digit.js';
import { checkIin } from './iin.js';

const TODAY = '2026-11-21';

function iinOf(firstEleven: string): string {
  return `${firstEleven}${checkDigitOf(firstEleven) ?? 0}`;
}

describe('checkIin', () => {
  it('tells the birth date and the sex of a well-formed number', () => {
    expect(checkIin('850415300002', TODAY)).toEqual({
      valid: true,
      iin: '850415300002',
      bornOn: '1985-04-15',
      sex: 'male',
    });
  });

  it('forgives spaces and dashes', () => {
    expect(checkIin(' 850415-300 002', TODAY)).toMatchObject({ valid: true, iin: '850415300002' });
  });

  it.each([
    ['1', '1885-04-15', 'male'],
    ['2', '1885-04-15', 'female'],
    ['3', '1985-04-15', 'male'],
    ['4', '1985-04-15', 'female'],
  ])('reads the seventh digit %s as born on %s, %s', (digit, bornOn, sex) => {
    const check = checkIin(iinOf(`850415${digit}0000`), TODAY);
    expect(check).toMatchObject({ valid: true, bornOn, sex });
  });

  it.each([
    ['too short', '85041530000', 'iin.not_twelve_digits'],
    ['too long', '8504153000021', 'iin.not_twelve_digits'],
    ['a letter', '85041530000O', 'iin.not_twelve_digits'],
    ['digits of another script', '٨٥٠٤١٥٣٠٠٠٠٢', 'iin.not_twelve_digits'],
    ['century digit 0', '850415000002', 'iin.century_unknown'],
    ['century digit 7', '850415700002', 'iin.century_unknown'],
    ['31 April', '850431300002', 'iin.date_impossible'],
    ['month 13', '851315300002', 'iin.date_impossible'],
    ['29 February of a common year', '010229500002', 'iin.date_impossible'],
    ['one digit wrong', '850415300003', 'iin.check_digit_wrong'],
    ['a body whose both passes give 10', '850415300340', 'iin.never_issued'],
  ])('refuses %s', (_, text, reason) => {
    expect(checkIin(text, TODAY)).toEqual({ valid: false, reason });
  });

  it('takes the weights of the second pass where the first gives 10', () => {
    expect(checkIin('850415300302', TODAY)).toMatchObject({ valid: true });
  });

  it.each([
    ['26112050000', true],
    ['26112150000', true],
    ['26112250000', false],
  ])('lets %s be born today at the latest', (firstEleven, valid) => {
    expect(checkIin(iinOf(firstEleven), TODAY).valid).toBe(valid);
  });

  it('accepts 29 February of a leap year', () => {
    expect(checkIin(iinOf('00022950000'), TODAY)).toMatchObject({ bornOn: '2000-02-29' });
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof checkIin(text, TODAY).valid).toBe('boolean');
      }),
    );
  });

  it('notices every slip in the check digit itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (shift) => {
        const slipped = (2 + shift) % 10;
        expect(checkIin(`85041530000${slipped}`, TODAY).valid).toBe(false);
      }),
    );
  });
});
