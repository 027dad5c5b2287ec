import { type CivilDate, addDays, addMonths } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

/** Days that one monitoring report covers; the first and the last one count. */
export interface MonitoringPeriod {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** A report of the monitoring commission (жергілікті қоғамдастық комиссиясы). */
export interface MonitoringReport {
  readonly period: MonitoringPeriod;
  readonly signedOn: CivilDate;
  readonly signedBy: readonly string[];
  readonly findings: OfficialText;
  readonly recommendations: OfficialText;
}

/** Against what a report is checked. */
export interface MonitoringFacts {
  /** Members of the commission. */
  readonly commission: readonly string[];
  /** Delegates of the assembly. */
  readonly delegates: readonly string[];
  readonly today: CivilDate;
}

/**
 * The period of monitoring that a day belongs to, counted from 1 January.
 *
 * @param everyMonths `monitoring.every-months`, a divisor of 12
 * @law LSG art. 39-3(4), redaction of 2026-07-01 (`law.md` §3)
 * @example monitoringPeriodAt('2026-11-21', 6) // → { from: '2026-07-01', until: '2026-12-31' }
 */
export function monitoringPeriodAt(on: CivilDate, everyMonths: number): MonitoringPeriod {
  const month = Number(on.slice(5, 7)) - 1;
  const from = addMonths(`${on.slice(0, 4)}-01-01`, month - (month % everyMonths));
  return { from, until: addDays(addMonths(from, everyMonths), -1) };
}

/**
 * Periods that an assembly has sat in so far, the running one last; a period that the term ends in
 * the middle of is left out.
 *
 * @example monitoringPeriodsOf({ from: '2026-03-01', until: '2030-02-28' }, 6, '2026-07-02')
 * // → [{ from: '2026-01-01', … }, { from: '2026-07-01', … }]
 */
export function monitoringPeriodsOf(
  term: MonitoringPeriod,
  everyMonths: number,
  today: CivilDate,
): readonly MonitoringPeriod[] {
  const periods: MonitoringPeriod[] = [];
  let period = monitoringPeriodAt(term.from, everyMonths);
  while (period.from <= today && period.until <= term.until) {
    periods.push(period);
    period = monitoringPeriodAt(addDays(period.until, 1), everyMonths);
  }
  return periods;
}

/** Periods that are over and have no report, the oldest first. */
export function unreportedPeriods(
  assembly: MonitoringPeriod & { readonly reported: readonly MonitoringPeriod[] },
  everyMonths: number,
  today: CivilDate,
): readonly MonitoringPeriod[] {
  const reported = new Set(assembly.reported.map(({ from }) => from));
  return monitoringPeriodsOf(assembly, everyMonths, today).filter(
    ({ from, until }) => until < today && !reported.has(from),
  );
}

/**
 * All faults of a monitoring report: its commission is of delegates, every member signs, the day
 * is not before the period, findings and recommendations stand in both languages.
 *
 * @law LSG art. 39-3(4), redaction of 2026-07-01 (`law.md` §3)
 */
export function assessMonitoringReport(
  report: MonitoringReport,
  facts: MonitoringFacts,
): readonly Fault[] {
  const { period, signedOn } = report;
  const faults: Fault[] = [];
  if (signedOn < period.from || signedOn > facts.today)
    faults.push({ code: 'monitoring.day_impossible', field: 'signedOn' });
  return [...faults, ...commissionFaults(report, facts), ...textFaults(report)];
}

function commissionFaults(
  { signedBy }: MonitoringReport,
  { commission, delegates }: MonitoringFacts,
): readonly Fault[] {
  const strangers = commission.filter((member) => !delegates.includes(member));
  const unsigned = commission.filter((member) => !signedBy.includes(member));
  const field = 'signedBy';
  const faults: Fault[] = [];
  if (commission.length === 0) faults.push({ code: 'monitoring.no_commission', field });
  if (strangers.length > 0)
    faults.push({ code: 'monitoring.not_a_delegate', field, details: { members: strangers } });
  if (unsigned.length > 0)
    faults.push({ code: 'monitoring.not_signed', field, details: { members: unsigned } });
  return faults;
}

function textFaults(report: MonitoringReport): readonly Fault[] {
  return (['findings', 'recommendations'] as const).flatMap((field) => {
    const languages = missingLanguages(report[field]);
    if (languages.length === 0) return [];
    return [{ code: 'monitoring.text_missing', field, details: { languages } }];
  });
}
