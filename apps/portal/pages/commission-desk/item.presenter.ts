import type {
  AmendmentRow,
  BudgetLineRow,
  BudgetRow,
  OpinionRow,
} from '#features/budget/local-budgets/budget-row.js';
import { isFromResidents } from '#rules/budgets/line-origin.js';
import type { Tiyn } from '#rules/kernel/money.js';
import type { Wording } from '#platform/views/wording.js';
import { opinionLine, originPath } from '../budgets/budget.presenter.js';
import { presentAmendmentPage } from './amendment-words.js';
import { dossierFrame } from './commission-desk.js';

const MOST_CANDIDATES = 12;

export interface ShownItem {
  readonly budget: BudgetRow;
  readonly line: BudgetLineRow;
  readonly amendments: readonly AmendmentRow[];
  readonly opinions: readonly OpinionRow[];
  /** Steps of the project's trail; empty for other origins. */
  readonly trail: readonly unknown[];
  /** The sum to add, as typed. */
  readonly asked: string;
  readonly addTiyn: Tiyn;
}

/** C02: upwards who wanted the line, downwards what is cut if something is added to it. */
export function presentItem(shown: ShownItem, say: Wording) {
  const { budget, line, amendments, opinions, trail } = shown;
  const touching = amendments.filter(({ changes }) =>
    changes.some((change) => change.line === line.number),
  );
  return {
    ...dossierFrame(budget, say),
    title: `${line.number}. ${say.official(line.title).text}`,
    rows: factsOf(line, say),
    trail,
    action: `/commission-desk/${budget.id}/lines/${line.number}`,
    asked: shown.asked,
    cuts: cutsTable(shown, say),
    amendPath: `/commission-desk/${budget.id}/amendments/new?line=${line.number}`,
    amendments: touching.map((row) => presentAmendmentPage(row, budget, say)),
    opinions: opinions
      .filter((opinion) => opinion.line === line.number)
      .map((opinion) => opinionLine(opinion, say)),
  };
}

function factsOf(line: BudgetLineRow, say: Wording) {
  const { functionalGroup, programme, administrator, originKind, originNumber } = line;
  const origin = say.t(`budgets.origins.${originKind}`);
  const path = originPath(line);
  const facts = [
    ['sum', say.money(line.amountTiyn)],
    ['group', `${functionalGroup}: ${say.t(`budgets.groups.${functionalGroup}`)}`],
    ['programme', `${administrator}-${programme}`],
    ['funding', say.t(`budgets.funding.${line.funding}`)],
  ] as const;
  return [
    ...facts.map(([name, value]) => ({ key: say.t(`commissionDesk.item.${name}`), value })),
    {
      key: say.t('commissionDesk.item.origin'),
      value: originNumber === null ? origin : `${origin} № ${originNumber}`,
      ...(path === null ? {} : { path }),
    },
  ];
}

/** Lines that the akimat alone wanted come first: what residents decided is cut last. */
function cutsTable({ budget, line, addTiyn }: ShownItem, say: Wording) {
  const others = budget.lines.filter(
    ({ number, amountTiyn }) => number !== line.number && amountTiyn >= addTiyn,
  );
  const rank = ({ originKind }: BudgetLineRow) =>
    originKind === 'akimat' ? 0 : isFromResidents(originKind) ? 2 : 1;
  const sorted = others.toSorted(
    (a, b) => rank(a) - rank(b) || (b.amountTiyn > a.amountTiyn ? 1 : -1),
  );
  if (sorted.length === 0) return undefined;
  return {
    caption: say.t('commissionDesk.item.cutsCaption'),
    columns: ['line', 'origin', 'sum', 'left'].map((name) => ({
      text: say.t(`commissionDesk.item.cuts.${name}`),
      numeric: name === 'sum' || name === 'left',
    })),
    rows: sorted.slice(0, MOST_CANDIDATES).map((one) => ({
      cells: [
        { text: `${one.number}. ${say.official(one.title).text}` },
        { text: say.t(`budgets.origins.${one.originKind}`) },
        { text: say.money(one.amountTiyn) },
        leftCell(one.amountTiyn, addTiyn, say),
      ],
    })),
  };
}

function leftCell(held: Tiyn, add: Tiyn, say: Wording) {
  if (add === 0n) return { text: '–' };
  return { text: say.money(held - add), detail: `−${say.percent(add, held)}` };
}
