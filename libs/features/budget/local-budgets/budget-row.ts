import type { FundingKind } from '#rules/budgets/budget-draft.js';
import type { BudgetState } from '#rules/budgets/budget-lifecycle.js';
import type { BudgetTier } from '#rules/budgets/budget-tier.js';
import type { LineOrigin, OriginKind } from '#rules/budgets/line-origin.js';
import type { ProjectFate } from '#rules/budgets/residents-lines.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { OfficialText } from '#rules/kernel/official-text.js';

/** A line with where it comes from: `originNumber` and `originTitle` as people know it. */
export interface BudgetLineRow {
  readonly number: number;
  readonly title: OfficialText;
  readonly functionalGroup: string;
  readonly programme: string;
  readonly administrator: string;
  readonly amountTiyn: Tiyn;
  readonly funding: FundingKind;
  readonly originKind: OriginKind;
  readonly originId: string | null;
  readonly originNumber: string | null;
}

/** A budget in a list. */
export interface ListedBudgetRow {
  readonly id: string;
  readonly territory: string;
  readonly territoryName: OfficialText;
  readonly maslikhat: string;
  readonly year: number;
  readonly tier: BudgetTier;
  readonly state: BudgetState;
  readonly expensesTiyn: Tiyn;
  readonly higherSignedOn: CivilDate | null;
  readonly agreedOn: CivilDate | null;
  readonly agreedMinutesId: string | null;
  readonly submittedOn: CivilDate | null;
  readonly adoptedOn: CivilDate | null;
  readonly today: CivilDate;
  readonly version: number;
}

/** A budget, whole. */
export interface BudgetRow extends ListedBudgetRow {
  readonly territoryPath: readonly string[];
  readonly revenuesTiyn: Tiyn;
  readonly transfersTiyn: Tiyn;
  readonly netLendingTiyn: Tiyn;
  readonly financialAssetsTiyn: Tiyn;
  readonly financingTiyn: Tiyn;
  readonly lines: readonly BudgetLineRow[];
}

/** What a budget was at an act. */
export interface BudgetVersionRow {
  readonly number: number;
  readonly act: 'submitted' | 'returned' | 'adopted' | 'refined';
  readonly post: OfficialText;
  readonly at: Date;
  readonly lines: readonly {
    readonly number: number;
    readonly title: OfficialText;
    readonly amountTiyn: Tiyn;
    readonly origin: LineOrigin;
  }[];
}

/** A project that residents chose and that waits for this budget's money. */
export interface ChosenProjectRow {
  readonly id: string;
  readonly number: string;
  readonly title: OfficialText;
  readonly costTiyn: Tiyn;
  readonly heldTiyn: Tiyn;
  readonly fate: ProjectFate | null;
  readonly reason: OfficialText | null;
}

export interface AmendmentRow {
  readonly id: string;
  readonly justification: OfficialText;
  readonly calculation: string;
  readonly changes: readonly { readonly line: number; readonly changeTiyn: Tiyn }[];
  readonly sources: readonly {
    readonly kind: string;
    readonly name: string;
    readonly amountTiyn: Tiyn;
  }[];
  readonly needsAkim: boolean;
  readonly revenueFallTiyn: Tiyn;
  readonly akimAgrees: boolean | null;
  readonly akimReasons: OfficialText | null;
  readonly outcome: 'accepted' | 'rejected' | null;
  readonly post: OfficialText;
  readonly at: Date;
}

export interface OpinionRow {
  readonly id: string;
  readonly commission: OfficialText;
  readonly line: number | null;
  readonly amendmentId: string | null;
  readonly members: number;
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  readonly opinion: 'for' | 'against' | 'none';
  readonly reasons: OfficialText;
  readonly minorityView: OfficialText | null;
  readonly at: Date;
}
