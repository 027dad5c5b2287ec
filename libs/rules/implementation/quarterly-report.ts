import { quarterlyReportDueOn } from '#rules/calendar/deadline.js';
import { type CivilDate, addDays, addMonths } from '#rules/kernel/civil-date.js';
import { valueOn } from '#rules/rulebook/value-on.js';

/** A quarter on which the akimat reports; the first and the last day count. */
export interface ReportPeriod {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly dueOn: CivilDate;
}

/**
 * The quarter that a day belongs to, with the last day for its report.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @law PR p. 85
 * @example reportPeriodAt('2026-11-21') // → { from: '2026-10-01', until: '2026-12-31', dueOn: '2027-01-10' }
 */
export function reportPeriodAt(day: CivilDate): ReportPeriod {
  const everyMonths = valueOn('participation.report-every-months', day);
  const month = Number(day.slice(5, 7)) - 1;
  const from = addMonths(`${day.slice(0, 4)}-01-01`, month - (month % everyMonths));
  const until = addDays(addMonths(from, everyMonths), -1);
  return {
    from,
    until,
    dueOn: quarterlyReportDueOn(day, valueOn('participation.report-by-day', day)),
  };
}

/** Quarters that are over, from the day the works began to the day they ended or today. */
export function reportPeriodsOf(
  startedOn: CivilDate,
  endedOn: CivilDate | null,
  today: CivilDate,
): readonly ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  let period = reportPeriodAt(startedOn);
  while (period.until < today && period.from <= (endedOn ?? today)) {
    periods.push(period);
    period = reportPeriodAt(addDays(period.until, 1));
  }
  return periods;
}
