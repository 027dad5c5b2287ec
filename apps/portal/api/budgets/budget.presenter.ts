import { budgetDaysOf } from '#rules/budgets/budget-days.js';
import { balanceOf } from '#rules/budgets/budget-draft.js';
import { isFromResidents } from '#rules/budgets/line-origin.js';
import { formatTenge, type Tiyn } from '#rules/kernel/money.js';
import type {
  AmendmentRow,
  BudgetLineRow,
  BudgetRow,
  BudgetVersionRow,
  ChosenProjectRow,
  ListedBudgetRow,
  OpinionRow,
} from '#features/budget/local-budgets/budget-row.js';
import { presentMoney } from '../money.js';
import { withOffset } from '../with-offset.js';

export function presentListedBudget(row: ListedBudgetRow) {
  const { id, territory, territoryName, maslikhat, year, tier, state, version } = row;
  return {
    id,
    territory: { kato: territory, name: territoryName },
    maslikhat,
    year,
    tier,
    state,
    expenses: presentMoney(row.expensesTiyn),
    submittedOn: row.submittedOn,
    adoptedOn: row.adoptedOn,
    version,
  };
}

export type ListedBudgetView = ReturnType<typeof presentListedBudget>;

/** A budget, whole: sums, calendar, lines with their origin. */
export function presentBudget(row: BudgetRow) {
  const { lines } = row;
  return {
    ...presentListedBudget(row),
    sums: {
      revenues: presentMoney(row.revenuesTiyn),
      transfers: presentMoney(row.transfersTiyn),
      netLending: presentMoney(row.netLendingTiyn),
      financialAssets: presentMoney(row.financialAssetsTiyn),
      financing: signedMoney(row.financingTiyn),
      balance: signedMoney(balanceOf(ruleDraftOf(row))),
    },
    fromResidents: presentMoney(fromResidents(lines)),
    agreement: row.agreedOn === null ? null : { on: row.agreedOn, minutes: row.agreedMinutesId },
    days: budgetDaysOf(row.tier, row.year, {
      higherSignedOn: row.higherSignedOn,
      approvedOn: row.adoptedOn,
    }),
    lines: lines.map(presentLine),
  };
}

export type BudgetView = ReturnType<typeof presentBudget>;

/** What residents wanted, in one sum. */
export function fromResidents(lines: readonly BudgetLineRow[]): Tiyn {
  return lines
    .filter(({ originKind }) => isFromResidents(originKind))
    .reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n);
}

/** The budget as the rules see it. */
export function ruleDraftOf(row: BudgetRow) {
  return {
    ...row,
    lines: row.lines.map(({ originKind, originId, ...line }) => ({
      ...line,
      origin: { kind: originKind, id: originId },
    })),
  };
}

function presentLine(line: BudgetLineRow) {
  const { number, title, functionalGroup, programme, administrator, funding } = line;
  return {
    number,
    title,
    functionalGroup,
    programme,
    administrator,
    amount: presentMoney(line.amountTiyn),
    funding,
    origin: { kind: line.originKind, id: line.originId, number: line.originNumber },
  };
}

export function presentAmendment(row: AmendmentRow) {
  const { id, justification, calculation, needsAkim, akimAgrees, outcome, post } = row;
  return {
    id,
    justification,
    calculation,
    changes: row.changes.map(({ line, changeTiyn }) => ({
      line,
      change: signedMoney(changeTiyn),
    })),
    sources: row.sources.map(({ kind, name, amountTiyn }) => ({
      kind,
      name,
      amount: presentMoney(amountTiyn),
    })),
    revenueFall: presentMoney(row.revenueFallTiyn),
    needsAkim,
    akimAgrees,
    akimReasons: row.akimReasons,
    outcome,
    by: post,
    at: withOffset(row.at),
  };
}

export function presentOpinion(row: OpinionRow) {
  const { id, commission, line, members, present, abstained, against, opinion, reasons } = row;
  return {
    id,
    commission,
    line,
    amendment: row.amendmentId,
    opinion,
    votes: { members, present, for: row.for, against, abstained },
    reasons,
    minorityView: row.minorityView,
    at: withOffset(row.at),
  };
}

export function presentVersion(row: BudgetVersionRow) {
  return {
    number: row.number,
    act: row.act,
    by: row.post,
    at: withOffset(row.at),
    lines: row.lines.map(({ number, title, amountTiyn }) => ({
      number,
      title,
      amount: presentMoney(amountTiyn),
    })),
  };
}

export function presentChosen(row: ChosenProjectRow) {
  return {
    project: { id: row.id, number: row.number, title: row.title },
    cost: presentMoney(row.costTiyn),
    held: presentMoney(row.heldTiyn),
    fate: row.fate,
    reason: row.reason,
  };
}

export function signedMoney(sum: Tiyn) {
  return { amount: formatTenge(sum), currency: 'KZT' as const };
}
