import type { Comparison, ComparisonRow } from '#features/budget/execution/comparison.reader.js';
import type { FollowedWorksRow } from '#features/budget/execution/execution-row.js';
import { plannedTiyn } from '#rules/budgets/budget-comparison.js';
import { type Quarter, QUARTERS } from '#rules/budgets/budget-execution.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';

/** C07: what was paid by quarter, and projects that are late. */
export function presentExecutionPage(comparison: Comparison, say: Wording) {
  const { budget, works, executions } = comparison;
  const place = say.official(budget.territoryName).text;
  const late = works.filter((one) => isLate(one, budget.today));
  return {
    heading: say.t('comparison.execution'),
    budget: say.t('budgets.title', { place, year: String(budget.year) }),
    back: `/budgets/${budget.id}`,
    comparison: `/budgets/${budget.id}/comparison`,
    table: executions.length > 0 ? tableOf(comparison, say) : undefined,
    entered: executions.map(({ quarter, post, at }) =>
      say.t('comparison.entered', {
        number: quarter,
        post: say.official(post).text,
        day: say.date(at),
      }),
    ),
    late: late.map((one) => lateLine(one, say)),
    hasWorks: works.length > 0,
  };
}

function tableOf({ rows, executions }: Comparison, say: Wording) {
  const paid = (quarter: Quarter, line: number) =>
    executions.find((one) => one.quarter === quarter)?.lines.find((one) => one.line === line);
  return {
    caption: say.t('comparison.byQuarter'),
    columns: [
      { text: say.t('budgets.columns.line') },
      { text: say.t('comparison.plan'), numeric: true },
      ...QUARTERS.map((number) => ({
        text: say.t('comparison.quarter', { number }),
        numeric: true,
      })),
    ],
    rows: rows.map((row: ComparisonRow) => ({
      cells: [
        { text: `${row.line}. ${say.official(row.title).text}` },
        { text: say.money(plannedTiyn(row)) },
        ...QUARTERS.map((quarter) =>
          paidCell(paid(quarter, row.line)?.paidTiyn, plannedTiyn(row), say),
        ),
      ],
    })),
  };
}

function paidCell(paid: bigint | undefined, planned: bigint, say: Wording) {
  if (paid === undefined) return { text: '–' };
  return { text: say.money(paid), ...(planned > 0n && { detail: say.percent(paid, planned) }) };
}

/** Not accepted, and past the day that the contract or the last word named. */
function isLate({ acceptedOn, finishBy, plannedBy }: FollowedWorksRow, today: CivilDate): boolean {
  if (acceptedOn !== null || finishBy === null) return false;
  return finishBy < today || (plannedBy !== null && finishBy > plannedBy);
}

function lateLine(works: FollowedWorksRow, say: Wording) {
  const { number, title, percent, paidTiyn, finishBy, plannedBy, delayReason } = works;
  const reason = delayReason === null ? [] : [say.t(`works.delays.${delayReason}`)];
  return {
    text: say.official(title).text,
    path: `/projects/${number}/works`,
    detail: [
      say.t('works.done', { percent }),
      say.money(paidTiyn),
      say.t('comparison.moved', { planned: say.date(plannedBy!), now: say.date(finishBy!) }),
      ...reason,
    ].join(' · '),
  };
}
