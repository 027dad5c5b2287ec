import { type Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { isFunctionalGroup } from './functional-group.js';
import { type LineOrigin, assessOrigins } from './line-origin.js';

/** Whose money pays a line; texts for people are `budgets.funding.<code>`. */
export const FUNDING_KINDS = ['own', 'targeted-transfer', 'higher-credit', 'loan'] as const;

export type FundingKind = (typeof FUNDING_KINDS)[number];

/** A line of expenses. */
export interface BudgetLine {
  readonly number: number;
  readonly title: OfficialText;
  /** Two digits, a functional group. */
  readonly functionalGroup: string;
  /** Three digits of the programme; and of its administrator. */
  readonly programme: string;
  readonly administrator: string;
  readonly amountTiyn: Tiyn;
  readonly funding: FundingKind;
  readonly origin: LineOrigin;
}

/** The sums around the lines, in tiyn. */
export interface BudgetSums {
  /** Taxes, fees and other receipts of its own. */
  readonly revenuesTiyn: Tiyn;
  readonly transfersTiyn: Tiyn;
  readonly netLendingTiyn: Tiyn;
  readonly financialAssetsTiyn: Tiyn;
  /** Loans less repayments and the use of balances: what covers a deficit, negative for a surplus. */
  readonly financingTiyn: Tiyn;
}

export interface BudgetDraft extends BudgetSums {
  readonly lines: readonly BudgetLine[];
}

const THREE_DIGITS = /^\d{3}$/;

/**
 * All faults of a draft: each line, the origins, the balance.
 *
 * @law BC arts. 86–93 (`law.md` 4.2)
 * @example assessDraft({ …, lines: [] }, isThere) // → [{ code: 'budget.no_lines', field: 'lines' }]
 */
export function assessDraft(
  draft: BudgetDraft,
  isThere: (origin: LineOrigin) => boolean,
): readonly Fault[] {
  if (draft.lines.length === 0) return [{ code: 'budget.no_lines', field: 'lines' }];
  return [
    ...draft.lines.flatMap(assessLine),
    ...assessOrigins(draft.lines, isThere),
    ...balanceFaults(draft),
  ];
}

/** Faults of one line: named in both languages, classified, with a sum above nothing. */
export function assessLine(line: BudgetLine): readonly Fault[] {
  const { title, functionalGroup, programme, administrator, amountTiyn } = line;
  const faults: [boolean, string, string][] = [
    [missingLanguages(title).length === 0, 'budget.line_unnamed', 'title'],
    [isFunctionalGroup(functionalGroup), 'budget.group_unknown', 'functionalGroup'],
    [THREE_DIGITS.test(programme), 'budget.programme_malformed', 'programme'],
    [THREE_DIGITS.test(administrator), 'budget.administrator_malformed', 'administrator'],
    [amountTiyn > 0n, 'budget.amount_not_positive', 'amount'],
  ];
  return faults
    .filter(([isLawful]) => !isLawful)
    .map(([, code, field]) => ({ code, field, details: { line: line.number } }));
}

/** `expensesOf([{ amountTiyn: 100n }, { amountTiyn: 50n }]) // → 150n` */
export function expensesOf(lines: readonly Pick<BudgetLine, 'amountTiyn'>[]): Tiyn {
  return lines.reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n);
}

/**
 * Deficit (negative) or surplus: income less expenses, net lending and the balance on financial
 * assets.
 */
export function balanceOf(draft: BudgetDraft): Tiyn {
  const income = draft.revenuesTiyn + draft.transfersTiyn;
  return income - expensesOf(draft.lines) - draft.netLendingTiyn - draft.financialAssetsTiyn;
}

function balanceFaults(draft: BudgetDraft): readonly Fault[] {
  const missingTiyn = -(balanceOf(draft) + draft.financingTiyn);
  if (missingTiyn === 0n) return [];
  const details = { missingTiyn: String(missingTiyn) };
  return [{ code: 'budget.unbalanced', field: 'financing', details }];
}
