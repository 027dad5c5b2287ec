import { monitoringPeriodsOf } from '#rules/assemblies/monitoring.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { obligationRuleOf } from '#rules/obligations/obligation-kind.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import type { Duty } from './obligation-row.js';

/** An assembly in its term, with the days on which its commission's reports were signed. */
export interface MonitoredAssemblyRow {
  readonly id: string;
  readonly territory: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** By the first day of the period. */
  readonly reported: Readonly<Record<CivilDate, CivilDate>>;
}

/**
 * A report of the monitoring commission for every period that the assembly has sat in; due on the
 * period's last day, for the law wants one in each.
 *
 * @law LSG art. 39-3(4), redaction of 2026-07-01 (`law.md` §3)
 */
export function monitoringDuties(
  { id, territory, from, until, reported }: MonitoredAssemblyRow,
  today: CivilDate,
): readonly Duty[] {
  const everyMonths = valueOn('monitoring.every-months', today);
  const { post } = obligationRuleOf('monitoring-report');
  return monitoringPeriodsOf({ from, until }, everyMonths, today).map((period) => ({
    kind: 'monitoring-report',
    post,
    territory,
    objectKind: 'body',
    objectId: id,
    part: period.from,
    eventOn: period.from < from ? from : period.from,
    dueOn: period.until,
    metOn: reported[period.from] ?? null,
  }));
}
