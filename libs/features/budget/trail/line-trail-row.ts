import type { FundingKind } from '#rules/budgets/budget-draft.js';
import type { OriginKind } from '#rules/budgets/line-origin.js';
import type { LineStepKind } from '#rules/implementation/line-trail.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { ToldFate } from './trail-row.js';

/** An act on record, with what tells it apart; sums are tiyn as text. */
export interface LineRecordRow {
  readonly kind: LineStepKind;
  readonly on: CivilDate;
  /** Who: a post or a body; null where it is a resident or the residents. */
  readonly post: OfficialText | null;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

export interface LinePlanRow {
  readonly kind: LineStepKind;
  readonly by: CivilDate;
}

/** All that the records say of a budget line's way. */
export interface LineTrailRow {
  readonly budgetId: string;
  readonly year: number;
  readonly territoryName: OfficialText;
  readonly line: {
    readonly number: number;
    /** False once an amendment took it out of the budget. */
    readonly held: boolean;
    readonly title: OfficialText;
    readonly functionalGroup: string;
    readonly programme: string;
    readonly administrator: string;
    readonly funding: FundingKind;
    readonly amountTiyn: string;
  };
  readonly origin: {
    readonly kind: OriginKind;
    readonly id: string | null;
    /** As people know it; null where no record stands behind the line. */
    readonly number: string | null;
    readonly title: OfficialText | null;
  };
  readonly records: readonly LineRecordRow[];
  readonly plans: readonly LinePlanRow[];
  /** Last step of a way that ended; null while it goes on. */
  readonly endedAfter: LineStepKind | null;
  readonly fate: ToldFate | null;
  readonly today: CivilDate;
}
