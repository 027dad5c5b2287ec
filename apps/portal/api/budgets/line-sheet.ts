import type { BudgetLineRow } from '#features/budget/local-budgets/budget-row.js';
import { LINE_COLUMNS, type LineColumn } from '#rules/budgets/line-table.js';
import type { XlsxTable } from '#platform/spreadsheets/write-xlsx.js';
import { lineRows } from './line-csv.js';

const WIDTHS: Readonly<Record<LineColumn, number>> = {
  number: 8,
  functionalGroup: 10,
  administrator: 12,
  programme: 12,
  titleKk: 50,
  titleRu: 50,
  amount: 18,
  funding: 18,
  originKind: 12,
  origin: 40,
};

/** Lines as a sheet: codes stay texts with their zeros, sums are numbers. */
export function lineSheet(lines: readonly BudgetLineRow[], name: string): XlsxTable {
  return {
    name,
    columns: LINE_COLUMNS.map((title) => ({
      title,
      width: WIDTHS[title],
      isNumber: title === 'amount',
    })),
    rows: lineRows(lines).map((row) => LINE_COLUMNS.map((column) => row[column])),
  };
}
