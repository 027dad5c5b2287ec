import type { ProjectFate } from '#rules/budgets/residents-lines.js';
import type { TrailStepKind } from '#rules/implementation/trail.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** A step on record, with what tells it apart; sums are tiyn as text. */
export interface TrailRecordRow {
  readonly kind: TrailStepKind;
  readonly on: CivilDate;
  /** Who: a post or a body; null where it is a resident. */
  readonly post: OfficialText | null;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

export interface TrailPlanRow {
  readonly kind: TrailStepKind;
  readonly by: CivilDate;
}

/** How many residents say what of the works, each by the last word. */
export interface ResidentVoices {
  readonly built: number;
  readonly notSo: number;
}

/** What a refinement of the budget made of the project. */
export interface ToldFate {
  readonly fate: ProjectFate;
  readonly reason: OfficialText;
}

/** All that the records say of a project's way. */
export interface TrailRow {
  readonly records: readonly TrailRecordRow[];
  readonly plans: readonly TrailPlanRow[];
  /** Last step of a way that ended; null while it goes on. */
  readonly endedAfter: TrailStepKind | null;
  readonly residents: ResidentVoices;
  /** Null where the budget keeps it as it was chosen. */
  readonly fate: ToldFate | null;
  readonly today: CivilDate;
}
