import type { ListedBudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { BudgetPlaceRow } from '#features/budget/local-budgets/desk.reader.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { budgetTag } from '../budgets/budget.presenter.js';
import { valuesOf } from './typed-values.js';

/** Sums around the lines, as the forms name them. */
export const SUM_FIELDS = [
  'revenuesTiyn',
  'transfersTiyn',
  'netLendingTiyn',
  'financialAssetsTiyn',
  'financingTiyn',
] as const;

const YEARS_AHEAD = 3;

export function presentDeskList(rows: readonly ListedBudgetRow[], say: Wording) {
  return {
    title: say.t('budgetDesk.title'),
    table: rows.length > 0 ? budgetTable(rows, '/budget-desk', say) : undefined,
  };
}

/** Budgets of a desk, each leading to its page there. */
export function budgetTable(rows: readonly ListedBudgetRow[], desk: string, say: Wording) {
  return {
    caption: say.t('budgetDesk.caption'),
    columns: ['budget', 'state', 'sum'].map((name) => ({
      text: say.t(`budgets.columns.${name}`),
      numeric: name === 'sum',
    })),
    rows: rows.map(({ id, territoryName, year, state, expensesTiyn }) => ({
      cells: [
        { text: `${say.official(territoryName).text}, ${year}`, path: `${desk}/${id}` },
        { tag: budgetTag(state, say) },
        { text: say.money(expensesTiyn) },
      ],
    })),
  };
}

interface NewBudgetForm {
  readonly places: readonly BudgetPlaceRow[];
  readonly today: CivilDate;
  readonly sent: SentForm;
}

/** The beginning of a draft: of which unit, for which year, with which sums. */
export function presentNewBudget({ places, today, sent }: NewBudgetForm, say: Wording) {
  const thisYear = Number(today.slice(0, 4));
  const first = { territory: places[0]?.kato ?? '', year: String(thisYear + 1) };
  return {
    title: say.t('budgetDesk.new.title'),
    back: '/budget-desk',
    faults: sent.faults,
    places: places.map(({ kato, name, level }) => ({
      value: kato,
      text: `${say.official(name).text} (${say.t(`levels.${level}`)})`,
    })),
    years: Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => {
      const year = String(thisYear + ahead);
      return { value: year, text: year };
    }),
    values: valuesOf(sent, ['territory', 'year'], first),
    sums: sumInputs(sent, {}, say),
  };
}

/** The fields of sums for the part `input`. */
export function sumInputs(sent: SentForm, first: Readonly<Record<string, string>>, say: Wording) {
  const values = valuesOf(sent, SUM_FIELDS, first);
  return SUM_FIELDS.map((name) => ({
    name,
    label: say.t(`budgetDesk.sums.${name}`),
    hint: say.t(`budgetDesk.sumHints.${name}`),
    value: values[name],
    error: sent.faults?.fields[name],
    width: '20',
    suffix: '₸',
  }));
}
