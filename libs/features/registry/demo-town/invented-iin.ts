import type { CivilDate } from '#rules/kernel/civil-date.js';
import { checkDigitOf } from '#rules/registry/check-digit.js';

/** Whose number is invented. */
export interface InventedBirth {
  readonly bornOn: CivilDate;
  readonly sex: 'male' | 'female';
  /** Tells people born on one day apart; the next one stands in where a number is never issued. */
  readonly serial: number;
}

/** A well-formed IIN that belongs to nobody. */
export function inventedIin({ bornOn, sex, serial }: InventedBirth): string {
  const [year, month, day] = bornOn.split('-') as [string, string, string];
  const century = (Number(year.slice(0, 2)) - 18) * 2 + (sex === 'male' ? 1 : 2);
  const first = `${year.slice(2)}${month}${day}${century}${String(serial).padStart(4, '0')}`;
  const check = checkDigitOf(first);
  return check === null ? inventedIin({ bornOn, sex, serial: serial + 1 }) : `${first}${check}`;
}
