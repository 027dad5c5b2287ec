import type { Quarter } from '#rules/budgets/budget-execution.js';
import type { DelayReason } from '#rules/implementation/milestone.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** What was paid of a line from the beginning of the year. */
export interface PaidLineRow {
  readonly line: number;
  readonly paidTiyn: Tiyn;
  readonly reason: OfficialText | null;
}

/** The execution of a budget to the end of a quarter, as it was entered last. */
export interface ExecutionRow {
  readonly quarter: Quarter;
  readonly lines: readonly PaidLineRow[];
  readonly post: OfficialText;
  readonly at: Date;
}

/** Works of a residents' project that a line pays. */
export interface FollowedWorksRow {
  readonly line: number;
  readonly number: string;
  readonly title: OfficialText;
  readonly percent: number;
  readonly paidTiyn: Tiyn;
  /** As it is expected now, and as the contract promised. */
  readonly finishBy: CivilDate | null;
  readonly plannedBy: CivilDate | null;
  readonly delayReason: DelayReason | null;
  readonly acceptedOn: CivilDate | null;
}
