import type { ListedBudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { Wording } from '#platform/views/wording.js';

/** Budgets that were begun, the newest first. */
export function presentBudgetList(rows: readonly ListedBudgetRow[], say: Wording) {
  return {
    title: say.t('budgets.listTitle'),
    table: rows.length > 0 ? tableOf(rows, say) : undefined,
    json: '/api/v1/budgets',
  };
}

function tableOf(rows: readonly ListedBudgetRow[], say: Wording) {
  return {
    caption: say.t('budgets.listCaption'),
    columns: ['budget', 'state', 'sum'].map((name) => ({
      text: say.t(`budgets.columns.${name}`),
      numeric: name === 'sum',
    })),
    rows: rows.map(({ id, territoryName, year, state, expensesTiyn }) => ({
      cells: [
        { text: `${say.official(territoryName).text}, ${year}`, path: `/budgets/${id}` },
        { text: say.t(`budgets.states.${state}`) },
        { text: say.money(expensesTiyn), numeric: true },
      ],
    })),
  };
}
