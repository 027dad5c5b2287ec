import { obligationStateOn } from '#rules/obligations/obligation-state.js';
import type {
  OwedQuarter,
  ReportedRoundRow,
  ReportFigureRow,
} from '#features/budget/quarterly-reports/quarterly-report-row.js';
import { presentMoney } from '../money.js';

/** Quarters that are owed, the newest first, for programs. */
export function presentQuarters({ quarters, today }: ReportedRoundRow) {
  return { items: quarters.map((quarter) => presentQuarter(quarter, today)), next: null };
}

function presentQuarter({ from, until, dueOn, report }: OwedQuarter, today: string) {
  const publishedOn = report?.publishedOn ?? null;
  return {
    from,
    until,
    dueOn,
    state: obligationStateOn({ dueOn, metOn: publishedOn }, today),
    publishedOn,
    text: report?.text ?? null,
    post: report?.post ?? null,
    projects: report?.figures.map(presentFigure) ?? [],
  };
}

function presentFigure({ plannedTiyn, contractTiyn, paidTiyn, ...figure }: ReportFigureRow) {
  return {
    ...figure,
    planned: presentMoney(BigInt(plannedTiyn)),
    contract: contractTiyn === null ? null : presentMoney(BigInt(contractTiyn)),
    paid: presentMoney(BigInt(paidTiyn)),
  };
}
