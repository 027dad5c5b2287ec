import { checkDigitOf } from './check-digit.js';

/** Why a number cannot be a BIN (БСН, БИН). */
export type BinFault =
  'bin.not_twelve_digits' | 'bin.month_impossible' | 'bin.never_issued' | 'bin.check_digit_wrong';

/** A well-formed business number, or the reason why it is none. */
export type BinCheck =
  | { readonly valid: true; readonly bin: string }
  | { readonly valid: false; readonly reason: BinFault };

/**
 * Is this a well-formed BIN of an organisation (contractor, akim's office)? Spaces and dashes are
 * forgiven. Only the month of registration and the check digit are looked at: the meaning of the
 * other digits was not read in an official text.
 *
 * @law `law.md` 5.2
 * @example checkBin('990340000004') // → { valid: true, bin: '990340000004' }
 */
export function checkBin(text: string): BinCheck {
  const bin = text.replace(/[\s-]/g, '');
  if (!/^\d{12}$/.test(bin)) return refused('bin.not_twelve_digits');
  if (!/^\d{2}(0[1-9]|1[0-2])/.test(bin)) return refused('bin.month_impossible');
  const expected = checkDigitOf(bin.slice(0, 11));
  if (expected === null) return refused('bin.never_issued');
  if (expected !== Number(bin.charAt(11))) return refused('bin.check_digit_wrong');
  return { valid: true, bin };
}

function refused(reason: BinFault): BinCheck {
  return { valid: false, reason };
}
