import type { DelayReason } from '#rules/implementation/milestone.js';
import type { WorksState } from '#rules/implementation/works-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { EnclosureRow } from '../../record/enclosures/enclosure-row.js';

/** When an act was done and in which post; a person's name is never told. */
export interface WorksActRow {
  readonly id: string;
  readonly at: Date;
  readonly post: OfficialText;
}

export interface ContractRow extends WorksActRow {
  readonly number: string;
  readonly supplierBin: string;
  readonly supplierName: string;
  readonly sumTiyn: Tiyn;
  readonly signedOn: CivilDate;
  readonly finishBy: CivilDate;
  readonly procurementUrl: string;
}

export interface MilestoneRow extends WorksActRow {
  readonly on: CivilDate;
  readonly percent: number;
  /** Paid in all until that day. */
  readonly paidTiyn: Tiyn;
  readonly finishBy: CivilDate;
  readonly delayReason: DelayReason | null;
  readonly place: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly note: string;
  readonly enclosures: readonly EnclosureRow[];
}

export interface ScopeChangeRow extends WorksActRow {
  readonly before: OfficialText;
  readonly after: OfficialText;
  readonly reason: OfficialText;
  /** When the author marked it as seen. */
  readonly seenAt: Date | null;
}

export interface WorksDecisionRow extends WorksActRow {
  readonly act: 'postpone' | 'resume' | 'cancel';
  readonly reason: OfficialText;
}

export interface AcceptanceRow extends WorksActRow {
  readonly actNumber: string;
  readonly acceptedOn: CivilDate;
  readonly warrantyUntil: CivilDate;
  readonly enclosures: readonly EnclosureRow[];
}

export interface ResidentReportRow {
  readonly id: string;
  readonly at: Date;
  readonly on: CivilDate;
  /** First name and initial; null where the resident was erased. */
  readonly name: string | null;
  readonly verdict: 'built' | 'not-so';
  readonly language: string;
  readonly text: string;
  readonly enclosures: readonly EnclosureRow[];
}

/** The works of a winning project, whole; acts in the sequence in which they were done. */
export interface WorksRow {
  readonly projectId: string;
  readonly number: string;
  readonly state: WorksState;
  readonly version: number;
  readonly authorId: string;
  readonly roundId: string;
  readonly territoryPath: readonly string[];
  /** What the vote went by. */
  readonly plannedTiyn: Tiyn;
  readonly today: CivilDate;
  readonly contracts: readonly ContractRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly scopeChanges: readonly ScopeChangeRow[];
  readonly decisions: readonly WorksDecisionRow[];
  readonly acceptance: AcceptanceRow | null;
  readonly residentReports: readonly ResidentReportRow[];
}

/** A winning project on the desk of those who build. */
export interface ListedWorksRow {
  readonly projectId: string;
  readonly number: string;
  readonly title: OfficialText;
  readonly roundId: string;
  readonly state: WorksState;
  readonly plannedTiyn: Tiyn;
  readonly contractTiyn: Tiyn | null;
  readonly paidTiyn: Tiyn;
  readonly percent: number;
  readonly plannedBy: CivilDate | null;
  readonly finishBy: CivilDate | null;
  readonly delayReason: DelayReason | null;
  /** Day of the last act, or of the decision that made it a winner. */
  readonly changedOn: CivilDate;
  readonly acceptedOn: CivilDate | null;
  readonly today: CivilDate;
}
