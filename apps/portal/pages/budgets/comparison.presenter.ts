import type { Comparison, ComparisonRow } from '#features/budget/execution/comparison.reader.js';
import {
  type ComparedLine,
  comparisonTotal,
  plannedTiyn,
} from '#rules/budgets/budget-comparison.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { Wording } from '#platform/views/wording.js';
import { signedMoney } from './signed-money.js';

const STEPS = ['draft', 'adopted', 'refined', 'executed'] as const;

/** C05: each line at each act, what changed in percent, and what was said about it. */
export function presentComparisonPage({ budget, rows }: Comparison, say: Wording) {
  const place = say.official(budget.territoryName).text;
  const changed = rows.filter((row) => row.reasons.length > 0);
  return {
    heading: say.t('comparison.title'),
    budget: say.t('budgets.title', { place, year: String(budget.year) }),
    back: `/budgets/${budget.id}`,
    execution: `/budgets/${budget.id}/execution`,
    table: rows.length > 0 ? tableOf(rows, say) : undefined,
    reasons: changed.map(({ line, title, reasons }) => ({
      title: `${line}. ${say.official(title).text}`,
      texts: reasons.map((reason) => say.official(reason).text),
    })),
    csv: `/api/v1/budgets/${budget.id}/comparison.csv`,
    json: `/api/v1/budgets/${budget.id}/comparison`,
  };
}

function tableOf(rows: readonly ComparisonRow[], say: Wording) {
  const total = { line: 0, title: { kk: '', ru: '' }, ...comparisonTotal(rows) };
  const isWhole = rows.every((row) => row.executedTiyn !== null || plannedTiyn(row) === 0n);
  return {
    caption: say.t('comparison.caption'),
    columns: [
      { text: say.t('budgets.columns.line') },
      ...STEPS.map((step) => ({ text: say.t(`comparison.${step}`), numeric: true })),
    ],
    rows: [
      { cells: [{ text: say.t('comparison.total') }, ...sumCells(total, say, isWhole)] },
      ...rows.map((row) => ({
        cells: [{ text: `${row.line}. ${say.official(row.title).text}` }, ...sumCells(row, say)],
      })),
    ],
  };
}

/** @param isWhole is anything told of every line, so that a share can be said? */
function sumCells(row: ComparedLine, say: Wording, isWhole = true) {
  const { draftTiyn, adoptedTiyn, refinedTiyn, executedTiyn } = row;
  const planned = plannedTiyn(row);
  const share =
    executedTiyn === null || planned === 0n || !isWhole
      ? {}
      : { detail: say.t('comparison.share', { percent: say.percent(executedTiyn, planned) }) };
  return [
    sumCell(draftTiyn, null, say),
    sumCell(adoptedTiyn, draftTiyn, say),
    sumCell(refinedTiyn, adoptedTiyn, say),
    { ...sumCell(executedTiyn, null, say), ...share },
  ];
}

/** A sum with what it differs by from the act before. */
function sumCell(sum: Tiyn | null, before: Tiyn | null, say: Wording) {
  if (sum === null) return { text: '–' };
  if (before === null || before === sum) return { text: say.money(sum) };
  const percent = before === 0n ? '' : ` (${percentOf(sum - before, before, say)})`;
  return { text: say.money(sum), detail: `${signedMoney(sum - before, say)}${percent}` };
}

function percentOf(change: Tiyn, before: Tiyn, say: Wording): string {
  return change < 0n ? `−${say.percent(-change, before)}` : `+${say.percent(change, before)}`;
}
