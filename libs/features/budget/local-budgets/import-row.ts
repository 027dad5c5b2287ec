import type { BudgetLine } from '#rules/budgets/budget-draft.js';

/** Lines of a file that was read without a fault and shown; nothing of them is in the budget yet. */
export interface WaitingImport {
  readonly id: string;
  readonly budgetId: string;
  readonly personId: string;
  /** Of the budget against which the file was read. */
  readonly version: number;
  readonly replaces: boolean;
  readonly lines: readonly BudgetLine[];
}
