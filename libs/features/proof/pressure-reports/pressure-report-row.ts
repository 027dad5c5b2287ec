import type { PressureAct, PressureKind, PressureState } from '#rules/integrity/pressure-report.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** What the reporter may know of her own case, and the auditor of each; without what was written. */
export interface PressureReportRow {
  readonly id: string;
  readonly number: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  /** Null where no round was named. */
  readonly round: string | null;
  readonly kind: PressureKind;
  readonly state: PressureState;
  readonly receivedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly acts: readonly PressureActRow[];
}

export interface PressureActRow {
  readonly kind: PressureAct;
  readonly on: CivilDate;
  readonly words: string;
}
