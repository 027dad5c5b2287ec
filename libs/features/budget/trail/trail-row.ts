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

/** All that the records say of a project's way. */
export interface TrailRow {
  readonly records: readonly TrailRecordRow[];
  readonly plans: readonly TrailPlanRow[];
  /** Last step of a way that ended; null while it goes on. */
  readonly endedAfter: TrailStepKind | null;
  readonly today: CivilDate;
}
