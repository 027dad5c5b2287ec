import type { Comparison } from '#features/budget/execution/comparison.reader.js';
import { comparisonTotal } from '#rules/budgets/budget-comparison.js';
import { formatTenge, type Tiyn } from '#rules/kernel/money.js';
import type { CsvRow } from '../csv-table.js';
import { presentMoney } from '../money.js';
import { withOffset } from '../with-offset.js';

export const COMPARISON_COLUMNS = [
  'line',
  'titleKk',
  'titleRu',
  'draft',
  'adopted',
  'refined',
  'executed',
  'reasonsKk',
  'reasonsRu',
] as const;

/** Lines from the draft to what was paid, and the execution by quarter. */
export function presentComparison({ rows, executions }: Comparison) {
  return {
    total: sumsOf(comparisonTotal(rows)),
    lines: rows.map((row) => ({
      line: row.line,
      title: row.title,
      ...sumsOf(row),
      reasons: row.reasons,
    })),
    quarters: executions.map(({ quarter, lines, post, at }) => ({
      quarter,
      by: post,
      at: withOffset(at),
      lines: lines.map(({ line, paidTiyn, reason }) => ({
        line,
        paid: presentMoney(paidTiyn),
        reason,
      })),
    })),
  };
}

export function comparisonRows({ rows }: Comparison): readonly CsvRow[] {
  const text = (sum: Tiyn | null) => (sum === null ? '' : formatTenge(sum));
  return rows.map((row) => ({
    line: String(row.line),
    titleKk: row.title.kk,
    titleRu: row.title.ru,
    draft: text(row.draftTiyn),
    adopted: text(row.adoptedTiyn),
    refined: text(row.refinedTiyn),
    executed: text(row.executedTiyn),
    reasonsKk: row.reasons.map(({ kk }) => kk).join('\n'),
    reasonsRu: row.reasons.map(({ ru }) => ru).join('\n'),
  }));
}

function sumsOf(sums: ReturnType<typeof comparisonTotal>) {
  const money = (sum: Tiyn | null) => (sum === null ? null : presentMoney(sum));
  return {
    draft: money(sums.draftTiyn),
    adopted: money(sums.adoptedTiyn),
    refined: money(sums.refinedTiyn),
    executed: money(sums.executedTiyn),
  };
}
