import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type DatabaseClock, startOfDay } from '#platform/clock/clock.js';

const NOON_MS = 12 * 3_600_000;

/** Noon of a day that is over, for stories that have happened already. */
export function pastClock(today: CivilDate): DatabaseClock {
  const at = new Date(startOfDay(today).getTime() + NOON_MS);
  return { now: () => Promise.resolve({ at, today }) } as DatabaseClock;
}
