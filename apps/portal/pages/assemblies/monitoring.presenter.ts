import type { BodyRow } from '#features/assemblies/bodies/body-row.js';
import type { MonitoringReportRow } from '#features/assemblies/monitoring/monitoring-report-row.js';
import { type MonitoringPeriod, monitoringPeriodsOf } from '#rules/assemblies/monitoring.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import type { Wording } from '#platform/views/wording.js';
import { presentEnclosure } from '../enclosures/enclosure.presenter.js';

export interface MonitoredBodies {
  readonly bodies: readonly BodyRow[];
  readonly reports: readonly MonitoringReportRow[];
  readonly today: CivilDate;
}

/** Reports of monitoring commissions, and the half-years that lack one. */
export function presentMonitoring({ bodies, reports, today }: MonitoredBodies, say: Wording) {
  const assemblies = bodies.filter(({ kind, from }) => kind === 'assembly' && from <= today);
  if (assemblies.length === 0) return undefined;
  return {
    missing: assemblies.flatMap((body) => missingOf(body, reports, today, say)),
    reports: reports.map((report) => reportPart(report, say)),
  };
}

function missingOf(
  body: BodyRow,
  reports: readonly MonitoringReportRow[],
  today: CivilDate,
  say: Wording,
) {
  const reported = new Set(
    reports.filter(({ bodyId }) => bodyId === body.id).map(({ period }) => period.from),
  );
  return monitoringPeriodsOf(body, valueOn('monitoring.every-months', today), today)
    .filter(({ from }) => !reported.has(from))
    .toReversed()
    .map((period) => ({
      isLate: period.until < today,
      text: missingWords(period, today, say),
      badge: { state: 'overdue', text: say.daysLeft(period.until, today) },
    }));
}

function missingWords(period: MonitoringPeriod, today: CivilDate, say: Wording): string {
  const due = say.date(period.until);
  if (period.until >= today) return say.t('assemblies.monitoring.current', { due });
  return say.t('assemblies.monitoring.missing', { period: periodWords(period, say), due });
}

/** `periodWords({ from: '2026-01-01', until: '2026-06-30' }, say)` */
export function periodWords({ from, until }: MonitoringPeriod, say: Wording): string {
  return say.t('assemblies.monitoring.period', { from: say.date(from), until: say.date(until) });
}

function reportPart(report: MonitoringReportRow, say: Wording) {
  const { id, territoryName, period, signedOn, signers, enclosures } = report;
  const signed = { day: say.date(signedOn), names: signers.join(', ') };
  return {
    id,
    title: `${say.official(territoryName).text}: ${periodWords(period, say)}`,
    signed: say.t('assemblies.monitoring.signedOn', signed),
    findings: say.official(report.findings).text,
    recommendations: say.official(report.recommendations).text,
    files: enclosures.map((file) => presentEnclosure(file, say)),
  };
}
