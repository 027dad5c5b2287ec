import type { BodyRow } from '#features/assemblies/bodies/body-row.js';
import type { MonitoringReportRow } from '#features/assemblies/monitoring/monitoring-report-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import { monitoringPeriodsOf } from '#rules/assemblies/monitoring.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import type { Wording } from '#platform/views/wording.js';
import { periodWords } from '../assemblies/monitoring.presenter.js';
import { dayField } from '../deputy-register/day-in-form.js';
import { EnclosingForm, type SentWithFiles } from '../enclosures/enclosing-form.js';
import { placeName } from '../places/place-name.js';

const VALUES = ['findingsKk', 'findingsRu', 'recommendationsKk', 'recommendationsRu'] as const;

/** What the form begins with. */
export interface MonitoringSetting {
  readonly unit: TerritoryRow;
  /** The assembly of today; null where none was entered. */
  readonly body: BodyRow | null;
  readonly reports: readonly MonitoringReportRow[];
  readonly today: CivilDate;
}

/** A half-yearly report to be published: the period, who signed, what was found, the paper. */
export function presentMonitoringForm(
  { unit, body, reports, today }: MonitoringSetting,
  sent: SentWithFiles,
  say: Wording,
) {
  const { fields, faults, files = EnclosingForm.empty() } = sent;
  const commission = (body?.members ?? []).filter(
    ({ onCommission, from, until }) => onCommission && from <= today && today <= until,
  );
  const periods = body ? periodChoices(body, reports, today, say) : [];
  return {
    title: say.t('assemblyDesk.monitoring.title'),
    caption: placeName(unit, say),
    back: '/assembly-desk',
    members: `/assembly-desk/bodies/${unit.kato}`,
    action: `/assembly-desk/monitoring/${unit.kato}`,
    faults,
    values: Object.fromEntries(VALUES.map((name) => [name, fields?.text(name) ?? ''])),
    periods,
    period: fields?.text('period') ?? periods.find(({ isOpen }) => isOpen)?.value,
    signedOn: dayField('signedOn', say.t('assemblyDesk.monitoring.signedOn'), sent, today),
    hasCommission: commission.length > 0,
    signers: {
      name: 'signedBy',
      legend: say.t('assemblyDesk.monitoring.signedBy'),
      choices: commission.map(({ id, name }) => ({ value: id, text: name })),
      values: fields?.list('signedBy') ?? [],
      error: faults?.fields['signedBy'],
    },
    enclosing: files.present(faults, say),
  };
}

/** Half-years of the term; those that were reported on say so. */
function periodChoices(
  body: BodyRow,
  reports: readonly MonitoringReportRow[],
  today: CivilDate,
  say: Wording,
) {
  const reported = new Set(reports.map(({ period }) => period.from));
  return monitoringPeriodsOf(body, valueOn('monitoring.every-months', today), today).map(
    (period) => {
      const words = periodWords(period, say);
      const isOpen = !reported.has(period.from);
      const text = isOpen ? words : say.t('assemblyDesk.monitoring.reported', { period: words });
      return { value: period.from, text, isOpen };
    },
  );
}
