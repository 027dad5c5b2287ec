/** The page on which a line is followed from its origin to the warranty. */
export function linePath(budgetId: string, number: number): string {
  return `/budgets/${budgetId}/lines/${number}/trail`;
}
