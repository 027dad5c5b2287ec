/** A calendar day `YYYY-MM-DD`, compared as text. Instants become days only in platform/clock. */
export type CivilDate = string & { readonly __brand?: 'CivilDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Is this text a day that exists? `isCivilDate('2026-02-29') // → false` */
export function isCivilDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  return toText(toEpochDay(text)) === text;
}

/** Days from the epoch, for arithmetic: `toEpochDay('1970-01-02') // → 1` */
export function toEpochDay(date: CivilDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

function toText(epochDay: number): CivilDate {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** `addDays('2026-12-31', 1) // → '2027-01-01'` */
export function addDays(date: CivilDate, days: number): CivilDate {
  return toText(toEpochDay(date) + days);
}

/** Whole days from the first to the second: `daysBetween('2026-03-01', '2026-03-11') // → 10` */
export function daysBetween(from: CivilDate, until: CivilDate): number {
  return toEpochDay(until) - toEpochDay(from);
}

/** Day of the week, 1 Monday … 7 Sunday: `weekdayOf('2026-04-06') // → 1` */
export function weekdayOf(date: CivilDate): number {
  const sinceMonday = (toEpochDay(date) + 3) % 7;
  return ((sinceMonday + 7) % 7) + 1;
}

/**
 * Adds months and keeps to the month's end: `addMonths('2026-08-31', 6) // → '2027-02-28'`.
 * Never computed back: a deadline is stored when it becomes known.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate();
  return `${targetYear}-${pad(targetMonth)}-${pad(Math.min(day, lastDay))}`;
}

/** Full years lived on a day; born on 29 February counts from 1 March in common years. */
export function fullYearsOn(bornOn: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
