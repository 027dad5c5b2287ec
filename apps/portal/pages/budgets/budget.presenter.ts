import type { BudgetState } from '#rules/budgets/budget-lifecycle.js';
import { isFromResidents } from '#rules/budgets/line-origin.js';
import type { HearingRow } from '#features/budget/hearings/hearing-row.js';
import type {
  AmendmentRow,
  BudgetLineRow,
  BudgetRow,
  BudgetVersionRow,
  ChosenProjectRow,
  OpinionRow,
} from '#features/budget/local-budgets/budget-row.js';
import type { PlanRow } from '#features/budget/local-budgets/desk.reader.js';
import type { DecisionRow } from '#features/budget/sessions/session-row.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { Wording } from '#platform/views/wording.js';
import { fromResidents } from '../../api/budgets/budget.presenter.js';
import { changesBetween, differenceBox } from '../../api/budgets/differences.presenter.js';
import { budgetCalendar } from './budget-calendar.presenter.js';
import { presentHearing } from './hearing.presenter.js';
import { lateOf } from './late.presenter.js';
import { linePath } from './line-path.js';
import { signedMoney } from './signed-money.js';

const TAGS = {
  draft: 'grey',
  agreed: 'blue',
  submitted: 'blue',
  returned: 'red',
  adopted: 'green',
} as const;

export interface ShownBudget {
  readonly budget: BudgetRow;
  readonly chosen: readonly ChosenProjectRow[];
  readonly versions: readonly BudgetVersionRow[];
  readonly amendments: readonly AmendmentRow[];
  readonly opinions: readonly OpinionRow[];
  readonly decisions: readonly DecisionRow[];
  readonly hearings: readonly HearingRow[];
  readonly plans: readonly PlanRow[];
}

/** R35 and C01: a budget with what came from residents, line by line. */
export function presentBudgetPage(shown: ShownBudget, say: Wording) {
  const { budget, chosen, decisions } = shown;
  const place = say.official(budget.territoryName).text;
  return {
    title: say.t('budgets.title', { place, year: String(budget.year) }),
    tag: budgetTag(budget.state, say),
    rows: sumsOf(budget, say),
    box: chosen.length > 0 ? boxOf(chosen, say) : undefined,
    lines: budget.lines.length > 0 ? linesTable(budget, say) : undefined,
    days: budgetCalendar(budget, say),
    decisions: decisions.map((decision) => decisionLine(decision, say)),
    changes: changesOf(shown.versions, say),
    amendments: shown.amendments.map((amendment) => amendmentLine(amendment, say)),
    opinions: shown.opinions.map((opinion) => opinionLine(opinion, say)),
    hearings: shown.hearings.map((hearing) => presentHearing(hearing, say)),
    late: lateOf(budget, shown.plans, say),
    comparison: `/budgets/${budget.id}/comparison`,
    execution: `/budgets/${budget.id}/execution`,
    xlsx: `/api/v1/budgets/${budget.id}/lines.xlsx`,
    csv: `/api/v1/budgets/${budget.id}/lines.csv`,
    json: `/api/v1/budgets/${budget.id}`,
  };
}

export function budgetTag(state: BudgetState, say: Wording) {
  return { text: say.t(`budgets.states.${state}`), colour: TAGS[state] };
}

function sumsOf(budget: BudgetRow, say: Wording) {
  const row = (key: string, sum: bigint) => ({
    key: say.t(`budgets.sums.${key}`),
    value: say.money(sum),
  });
  return [
    row('revenues', budget.revenuesTiyn),
    row('transfers', budget.transfersTiyn),
    row('expenses', budget.expensesTiyn),
    row('fromResidents', fromResidents(budget.lines)),
  ];
}

/** "Residents chose so many for so much; the budget holds so many for so much", and why. */
export function boxOf(chosen: readonly ChosenProjectRow[], say: Wording) {
  const box = differenceBox(chosen);
  return {
    text: say.t('budgets.box', {
      chosen: box.chosen.projects,
      chosenSum: say.moneyShort(box.chosen.tiyn),
      held: box.held.projects,
      heldSum: say.moneyShort(box.held.tiyn),
    }),
    projects: chosen
      .filter(({ heldTiyn, costTiyn }) => heldTiyn < costTiyn)
      .map(({ number, title, fate, reason, heldTiyn }) => ({
        text: say.official(title).text,
        path: `/projects/${number}/trail`,
        detail:
          fate && reason
            ? `${say.t(`budgets.fates.${fate}`)}: ${say.official(reason).text}`
            : say.t(heldTiyn > 0n ? 'budgets.smaller' : 'budgets.notThere'),
      })),
  };
}

function linesTable({ id, lines }: BudgetRow, say: Wording) {
  return {
    caption: say.t('budgets.lines'),
    columns: ['line', 'group', 'origin', 'sum'].map((name) => ({
      text: say.t(`budgets.columns.${name}`),
      numeric: name === 'sum',
    })),
    rows: lines.map((line) => ({ cells: lineCells(line, linePath(id, line.number), say) })),
  };
}

/** @param about the page of this line; null where there is none for the reader */
export function lineCells(line: BudgetLineRow, about: string | null, say: Wording) {
  const { number, title, functionalGroup, programme, originKind, originNumber } = line;
  const path = originPath(line);
  return [
    {
      text: `${number}. ${say.official(title).text}`,
      ...(about === null ? {} : { path: about }),
    },
    {
      text: `${functionalGroup}-${programme}`,
      detail: say.t(`budgets.groups.${functionalGroup}`),
    },
    {
      text: say.t(`budgets.origins.${originKind}`),
      ...(path === null ? {} : { path }),
      ...(originNumber === null ? {} : { detail: `№ ${originNumber}` }),
    },
    { text: say.money(line.amountTiyn), numeric: true },
  ];
}

export function originPath(line: BudgetLineRow): string | null {
  const { originKind, originId, originNumber } = line;
  if (originNumber === null || !isFromResidents(originKind)) return null;
  if (originKind === 'project') return `/projects/${originNumber}/trail`;
  return originKind === 'petition' ? `/petitions/${originNumber}` : `/minutes/${originId}`;
}

export function decisionLine({ id, kind, number, decidedOn }: DecisionRow, say: Wording) {
  const name = say.t(`budgets.decisions.${kind}`);
  return {
    text: number === null ? name : `${name} № ${number}`,
    path: `/decisions/${id}`,
    detail: say.date(decidedOn),
  };
}

/** What each act changed in the lines: draft, adopted, refined. */
function changesOf(versions: readonly BudgetVersionRow[], say: Wording) {
  return versions.slice(1).flatMap((version, place) => {
    const changes = changesBetween(versions[place]!, version);
    if (changes.length === 0) return [];
    const day = say.date(civilDateOf(version.at));
    return [
      {
        title: `${say.t(`budgets.acts.${version.act}`)}, ${day}`,
        lines: changes.map(
          ({ line, title, changeTiyn }) =>
            `${line}. ${say.official(title).text}: ${signedMoney(changeTiyn, say)}`,
        ),
      },
    ];
  });
}

export function amendmentLine(row: AmendmentRow, say: Wording) {
  const { justification, changes, sources, outcome, needsAkim, akimAgrees } = row;
  const akim = akimAgrees === null ? 'awaited' : akimAgrees ? 'agrees' : 'refuses';
  return {
    text: say.official(justification).text,
    detail: [
      ...changes.map(({ line, changeTiyn }) => `${line}: ${signedMoney(changeTiyn, say)}`),
      ...sources.map(({ name, amountTiyn }) => `${name}: ${say.money(amountTiyn)}`),
      ...(needsAkim ? [say.t(`commissionDesk.amendment.akimWords.${akim}`)] : []),
      say.t(outcome === null ? 'budgets.outcomes.waiting' : `budgets.outcomes.${outcome}`),
    ].join(' · '),
  };
}

export function opinionLine(row: OpinionRow, say: Wording) {
  const about = aboutOf(row, say);
  const votes = `${row.for} : ${row.against} : ${row.abstained}`;
  const minority = row.minorityView && say.official(row.minorityView).text;
  return {
    text: `${say.official(row.commission).text}, ${about}: ${say.t(`trail.opinions.${row.opinion}`)}`,
    detail: `${votes} · ${say.official(row.reasons).text}`,
    minority: minority ? say.t('budgets.minority', { text: minority }) : undefined,
  };
}

function aboutOf({ line, amendmentId }: OpinionRow, say: Wording): string {
  if (amendmentId !== null) return say.t('budgets.onAmendment');
  return line === null ? say.t('budgets.wholeDraft') : `№ ${line}`;
}
