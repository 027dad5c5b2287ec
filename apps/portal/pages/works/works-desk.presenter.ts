import { isFinalWorksState } from '#rules/implementation/works-lifecycle.js';
import { daysBetween } from '#rules/kernel/civil-date.js';
import type { ListedWorksRow } from '#features/budget/works/works-row.js';
import type { Wording } from '#platform/views/wording.js';
import { worksTag } from './works.presenter.js';

// A habit of the product and not of the law: after a month without a word people ask.
const QUIET_DAYS = 30;

/** The desk of those who build: what is quiet for longest comes first. */
export function presentWorksDesk(rows: readonly ListedWorksRow[], say: Wording) {
  const columns = ['project', 'state', 'money', 'due'];
  return {
    title: say.t('worksDesk.title'),
    isEmpty: rows.length === 0,
    table: {
      caption: say.t('worksDesk.caption'),
      columns: columns.map((name) => ({ text: say.t(`worksDesk.columns.${name}`) })),
      rows: rows.map((row) => ({ cells: cellsOf(row, say) })),
    },
  };
}

function cellsOf(row: ListedWorksRow, say: Wording) {
  const { number, title, state, percent, paidTiyn, contractTiyn } = row;
  const contract =
    contractTiyn === null ? '' : say.t('worksDesk.of', { sum: say.money(contractTiyn) });
  return [
    {
      text: say.official(title).text,
      path: `/projects/${number}/works`,
      detail: quietText(row, say),
    },
    { tag: worksTag(state, say), detail: say.t('works.done', { percent }) },
    { text: say.money(paidTiyn), detail: contract },
    dueCell(row, say),
  ];
}

function quietText({ state, changedOn, today }: ListedWorksRow, say: Wording): string {
  const count = daysBetween(changedOn, today);
  if (isFinalWorksState(state) || count < QUIET_DAYS) return '';
  return say.t('worksDesk.unchanged', { count });
}

function dueCell({ state, finishBy, plannedBy, today, delayReason }: ListedWorksRow, say: Wording) {
  if (finishBy === null) return { text: '–' };
  const reason = delayReason === null ? '' : say.t(`works.delays.${delayReason}`);
  if (isFinalWorksState(state)) return { text: say.date(finishBy), detail: reason };
  const isLate = finishBy < today || (plannedBy !== null && finishBy > plannedBy);
  return {
    badge: { state: isLate ? 'overdue' : 'green', text: say.date(finishBy) },
    detail: reason,
  };
}
