import type { MonitoringPeriod } from '#rules/assemblies/monitoring.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { EnclosureRow } from '../../record/enclosures/enclosure-row.js';

/** A report of a community's monitoring commission, as it was signed. */
export interface MonitoringReportRow {
  readonly id: string;
  readonly bodyId: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly period: MonitoringPeriod;
  readonly signedOn: CivilDate;
  /** Members of the commission by full name. */
  readonly signers: readonly string[];
  readonly findings: OfficialText;
  readonly recommendations: OfficialText;
  readonly post: OfficialText;
  readonly enclosures: readonly EnclosureRow[];
}
