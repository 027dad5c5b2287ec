import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { isLink } from '#rules/kernel/link.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import type { MandatePeriod } from './mandate.js';

/** How a deputy's duty to report for a year stands. */
export type ReportState = 'reported' | 'missing' | 'not-yet';

/**
 * Years for which a deputy reports to the population, the newest first, each with how it stands.
 * The law says "yearly" and names no day, so a year is missing only once it is over.
 *
 * @law LSG art. 21, redaction of 2026-07-01 (`law.md` 2.6)
 * @example reportYears({ from: '2024-03-01', until: '2029-02-28' }, [2024], '2026-05-01')
 * // → [{ year: 2026, state: 'not-yet' }, { year: 2025, state: 'missing' }, { year: 2024, state: 'reported' }]
 */
export function reportYears(
  mandate: MandatePeriod,
  reported: readonly number[],
  today: CivilDate,
): readonly { readonly year: number; readonly state: ReportState }[] {
  const first = yearOf(mandate.from);
  const last = yearOf(mandate.until < today ? mandate.until : today);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => last - place).map(
    (year) => ({ year, state: stateOf(year, reported, today) }),
  );
}

/** A report as it is entered. */
export interface EnteredReport {
  readonly mandate: MandatePeriod;
  readonly year: number;
  readonly on: CivilDate;
  readonly place: OfficialText;
  readonly link: string | null;
  readonly today: CivilDate;
}

/**
 * All faults of a report: for a year of the mandate, given in that year or later and not in the
 * future, with its place in both languages and, where it can be read, a link.
 */
export function assessDeputyReport(report: EnteredReport): readonly Fault[] {
  const { mandate, year, on, place, link, today } = report;
  const faults: Fault[] = [];
  if (year < yearOf(mandate.from) || year > yearOf(mandate.until))
    faults.push({ code: 'deputy_report.year_outside', field: 'year' });
  if (on > today || yearOf(on) < year)
    faults.push({ code: 'deputy_report.day_impossible', field: 'on' });
  if (missingLanguages(place).length > 0)
    faults.push({ code: 'deputy_report.place_missing', field: 'place' });
  if (link !== null && !isLink(link)) faults.push({ code: 'form.not_a_link', field: 'link' });
  return faults;
}

function stateOf(year: number, reported: readonly number[], today: CivilDate): ReportState {
  if (reported.includes(year)) return 'reported';
  return year < yearOf(today) ? 'missing' : 'not-yet';
}

function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}
