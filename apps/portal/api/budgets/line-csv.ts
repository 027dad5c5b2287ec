import type { BudgetLineRow } from '#features/budget/local-budgets/budget-row.js';
import { formatTenge } from '#rules/kernel/money.js';
import type { CsvRow } from '../csv-table.js';

/** The head of a table of lines; sums are in tenge. */
export const LINE_COLUMNS = [
  'number',
  'functionalGroup',
  'administrator',
  'programme',
  'titleKk',
  'titleRu',
  'amount',
  'funding',
  'originKind',
  'origin',
] as const;

export function lineRows(lines: readonly BudgetLineRow[]): readonly CsvRow[] {
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
