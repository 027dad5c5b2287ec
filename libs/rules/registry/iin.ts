import { type CivilDate, isCivilDate } from '#rules/kernel/civil-date.js';
import { checkDigitOf } from './check-digit.js';

/** Why a number cannot be an IIN (ЖСН, ИИН). */
export type IinFault =
  | 'iin.not_twelve_digits'
  | 'iin.century_unknown'
  | 'iin.date_impossible'
  | 'iin.date_in_future'
  | 'iin.never_issued'
  | 'iin.check_digit_wrong';

/** A well-formed number with what it tells of its holder, or the reason why it is none. */
export type IinCheck =
  | {
      readonly valid: true;
      readonly iin: string;
      readonly bornOn: CivilDate;
      readonly sex: 'male' | 'female';
    }
  | { readonly valid: false; readonly reason: IinFault };

const CENTURY_BY_SEVENTH_DIGIT: Readonly<Record<string, string>> = {
  1: '18',
  2: '18',
  3: '19',
  4: '19',
  5: '20',
  6: '20',
};

/**
 * Is this a well-formed IIN on the day `today`? Spaces and dashes are forgiven.
 *
 * A well-formed number identifies nobody: it only tells a slip of the hand from a number that can
 * exist. It reveals the birth date and the sex, so it is never logged nor shown.
 *
 * @law `law.md` 5.2
 * @example checkIin('850415300002', '2026-11-21')
 * // → { valid: true, iin: '850415300002', bornOn: '1985-04-15', sex: 'male' }
 */
export function checkIin(text: string, today: CivilDate): IinCheck {
  const iin = text.replace(/[\s-]/g, '');
  if (!/^\d{12}$/.test(iin)) return refused('iin.not_twelve_digits');
  const bornOn = birthDateIn(iin);
  if (bornOn === null) return refused('iin.century_unknown');
  if (!isCivilDate(bornOn)) return refused('iin.date_impossible');
  if (bornOn > today) return refused('iin.date_in_future');
  return withCheckDigit(iin, bornOn);
}

function birthDateIn(iin: string): CivilDate | null {
  const century = CENTURY_BY_SEVENTH_DIGIT[iin.charAt(6)];
  if (century === undefined) return null;
  return `${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;
}

function withCheckDigit(iin: string, bornOn: CivilDate): IinCheck {
  const expected = checkDigitOf(iin.slice(0, 11));
  if (expected === null) return refused('iin.never_issued');
  if (expected !== Number(iin.charAt(11))) return refused('iin.check_digit_wrong');
  return { valid: true, iin, bornOn, sex: Number(iin.charAt(6)) % 2 === 1 ? 'male' : 'female' };
}

function refused(reason: IinFault): IinCheck {
  return { valid: false, reason };
}
