import { fraction } from '#rules/kernel/fraction.js';
import type { LegalKey, LegalValues } from '#rules/rulebook/legal-rows.js';
import { rowsOf } from '#rules/rulebook/value-on.js';

const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SHARE = /^(\d{1,6})\/([1-9]\d{0,5})$/;

/** Is this a key of the rulebook? */
export function isLegalKey(text: string): text is LegalKey {
  return rowsOf(text as LegalKey).length > 0;
}

/**
 * A value as programs write it, in the form that its key has; null when it is not one.
 *
 * @example readOverrideValue('participation.voting-until', '04-20') // → '04-20'
 * @example readOverrideValue('participation.group-07-floor.oblast-city', '12/100') // → a fraction
 */
export function readOverrideValue(key: LegalKey, said: unknown): LegalValues[LegalKey] | null {
  switch (rowsOf(key)[0]?.unit) {
    case 'day-of-year':
      return typeof said === 'string' && MONTH_DAY.test(said) ? said : null;
    case 'share':
      return readShare(said);
    case 'tiyn':
    case 'categories':
    case 'subjects':
    case 'questions':
      return null;
    default:
      return Number.isSafeInteger(said) && (said as number) >= 0 ? (said as number) : null;
  }
}

function readShare(said: unknown): LegalValues[LegalKey] | null {
  const match = typeof said === 'string' ? SHARE.exec(said) : null;
  return match ? fraction(BigInt(match[1]!), BigInt(match[2]!)) : null;
}
