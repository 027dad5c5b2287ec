import { possibleBudgetActs } from '#rules/budgets/budget-lifecycle.js';
import { ORIGIN_KINDS, type OriginKind } from '#rules/budgets/line-origin.js';
import { expensesOf } from '#rules/budgets/budget-draft.js';
import type { HearingRow } from '#features/budget/hearings/hearing-row.js';
import type {
  AmendmentRow,
  BudgetLineRow,
  BudgetRow,
  ChosenProjectRow,
  OpinionRow,
} from '#features/budget/local-budgets/budget-row.js';
import type { Wording } from '#platform/views/wording.js';
import { boxOf, budgetTag, lineCells, opinionLine } from '../budgets/budget.presenter.js';
import { hearingLine } from '../budgets/hearing.presenter.js';
import { presentAmendmentPage } from './amendment-words.js';
import { dossierFrame } from './commission-desk.js';

const COLOURS: Readonly<Record<OriginKind, string>> = {
  project: 'green',
  minutes: 'teal',
  petition: 'purple',
  akimat: 'blue',
  law: 'grey',
};

export interface ShownDossier {
  readonly budget: BudgetRow;
  readonly isSecretary: boolean;
  /** Lines of one origin alone; null for all. */
  readonly kind: OriginKind | null;
  readonly chosen: readonly ChosenProjectRow[];
  readonly amendments: readonly AmendmentRow[];
  readonly opinions: readonly OpinionRow[];
  readonly hearings: readonly HearingRow[];
}

/** C01: every line with its origin, what residents chose, what was said and proposed. */
export function presentDossier(shown: ShownDossier, say: Wording) {
  const { budget, chosen, kind, isSecretary } = shown;
  const path = `/commission-desk/${budget.id}`;
  const isOpen = possibleBudgetActs(budget.state).includes('amend');
  return {
    ...dossierFrame(budget, say),
    back: '/commission-desk',
    path,
    publicPath: `/budgets/${budget.id}`,
    tag: budgetTag(budget.state, say),
    submitted: budget.submittedOn ? say.date(budget.submittedOn) : undefined,
    canAmend: isOpen,
    canWrite: isOpen && isSecretary,
    box: chosen.length > 0 ? boxOf(chosen, say) : undefined,
    origins: ORIGIN_KINDS.map((one) => originRow(one, budget.lines, path, say)),
    filtered: kind === null ? undefined : say.t(`budgets.origins.${kind}`),
    lines: linesTable(
      budget.lines.filter(({ originKind }) => kind === null || originKind === kind),
      path,
      say,
    ),
    opinions: shown.opinions.map((opinion) => opinionLine(opinion, say)),
    amendments: shown.amendments.map((amendment) => ({
      ...presentAmendmentPage(amendment, budget, say),
      opinionPath: `${path}/opinions/new?amendment=${amendment.id}`,
      isOpen: isOpen && isSecretary && amendment.outcome === null,
    })),
    hearings: shown.hearings.map((hearing) => ({
      ...hearingLine(hearing, say),
      protocolPath:
        isSecretary && hearing.protocol === null ? `${path}/hearings/${hearing.id}` : undefined,
    })),
  };
}

/** How many lines of an origin, for how much; leads to them. */
function originRow(kind: OriginKind, lines: readonly BudgetLineRow[], path: string, say: Wording) {
  const own = lines.filter(({ originKind }) => originKind === kind);
  return {
    key: say.t(`budgets.origins.${kind}`),
    value: say.t('commissionDesk.origin', { count: own.length, sum: say.money(expensesOf(own)) }),
    path: `${path}?origin=${kind}#lines`,
  };
}

function linesTable(lines: readonly BudgetLineRow[], path: string, say: Wording) {
  return {
    caption: say.t('budgets.lines'),
    columns: ['line', 'group', 'origin', 'sum'].map((name) => ({
      text: say.t(`budgets.columns.${name}`),
      numeric: name === 'sum',
    })),
    rows: lines.map((line) => {
      const { originKind, originNumber, number } = line;
      const [first, group, , sum] = lineCells(line, `${path}/lines/${number}`, say);
      const text = say.t(`budgets.origins.${originKind}`);
      const origin = {
        tag: { text, colour: COLOURS[originKind] },
        ...(originNumber === null ? {} : { detail: `№ ${originNumber}` }),
      };
      return { cells: [first, group, origin, sum] };
    }),
  };
}
