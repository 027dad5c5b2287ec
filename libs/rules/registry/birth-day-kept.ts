import { fullYearsOn, type CivilDate } from '#rules/kernel/civil-date.js';

/** Every age that the rulebook asks for lies outside: below, or with the impossible ones above. */
const EXACT_BELOW_YEARS = 30;
const EXACT_FROM_YEARS = 99;

/**
 * The day of birth as the age check needs it: exact of the young and of the very old, of everybody
 * else the first day of the year. The exact day is kept sealed.
 *
 * @example birthDayKept('1983-07-19', '2026-11-22') // → '1983-01-01'
 */
export function birthDayKept(bornOn: CivilDate, on: CivilDate): CivilDate {
  const years = fullYearsOn(bornOn, on);
  const isExact = years < EXACT_BELOW_YEARS || years >= EXACT_FROM_YEARS;
  return isExact ? bornOn : `${bornOn.slice(0, 4)}-01-01`;
}
