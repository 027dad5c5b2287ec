import type { BudgetLineRow } from '#features/budget/local-budgets/budget-row.js';
import type { LineColumn } from '#rules/budgets/line-table.js';
import { formatTenge } from '#rules/kernel/money.js';

type LineCells = Readonly<Record<LineColumn, string>>;

/** Lines as the table of lines has them, so that what is exported can be taken in again. */
export function lineRows(lines: readonly BudgetLineRow[]): readonly LineCells[] {
  return lines.map((line) => ({
    number: String(line.number),
    functionalGroup: line.functionalGroup,
    administrator: line.administrator,
    programme: line.programme,
    titleKk: line.title.kk,
    titleRu: line.title.ru,
    amount: formatTenge(line.amountTiyn),
    funding: line.funding,
    originKind: line.originKind,
    origin: line.originNumber ?? line.originId ?? '',
  }));
}
