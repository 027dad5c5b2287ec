import { type CivilDate, addDays, weekdayOf } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DAYS_OFF } from './days-off.js';

interface KnownYear {
  readonly daysOff: ReadonlySet<CivilDate>;
  readonly workingWeekends: ReadonlySet<CivilDate>;
}

const KNOWN_YEARS: ReadonlyMap<string, KnownYear> = new Map(
  DAYS_OFF.map((year) => [
    String(year.year),
    {
      daysOff: new Set(year.daysOff.map((day) => day.on)),
      workingWeekends: new Set(year.workingWeekends.map((day) => day.on)),
    },
  ]),
);

/** Does the calendar know the year of this day? `isYearKnown('2028-01-01') // → false` */
export function isYearKnown(day: CivilDate): boolean {
  return KNOWN_YEARS.has(day.slice(0, 4));
}

/**
 * Is this a working day of the week of five days, holidays and moved days taken into account?
 *
 * @throws DomainError unavailable `calendar.year_unknown` outside 2024–2027
 * @law Labour Code arts. 84–85; days in `days-off.ts`
 * @example isWorkingDay('2024-05-04') // → true, a Saturday worked for Wednesday 8 May
 */
export function isWorkingDay(day: CivilDate): boolean {
  const year = getKnownYear(day);
  if (year.daysOff.has(day)) return false;
  return weekdayOf(day) <= 5 || year.workingWeekends.has(day);
}

/**
 * The day itself when it is a working one, else the first working day after it.
 *
 * @example nextWorkingDay('2026-10-24') // → '2026-10-27', after Republic Day on a Sunday
 */
export function nextWorkingDay(day: CivilDate): CivilDate {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/**
 * The day on which the given number of working days has passed, the first being the one after
 * `from`; 0 gives `from` itself.
 *
 * @param count whole, not negative, else RangeError
 * @example addWorkingDays('2026-03-19', 3) // → '2026-03-27', over five days of Nauryz
 */
export function addWorkingDays(from: CivilDate, count: number): CivilDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of days: ${count}`);
  let day = from;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(addDays(day, 1));
  return day;
}

/**
 * How many working days lie after the first day up to and with the last one; 0 when `until` is
 * not later.
 *
 * @example workingDaysBetween('2026-03-19', '2026-03-27') // → 3
 */
export function workingDaysBetween(from: CivilDate, until: CivilDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

function getKnownYear(day: CivilDate): KnownYear {
  const year = KNOWN_YEARS.get(day.slice(0, 4));
  if (year === undefined) throw new DomainError('unavailable', 'calendar.year_unknown', { day });
  return year;
}
