import type { ExecutionRow, FollowedWorksRow } from '#features/budget/execution/execution-row.js';
import type { BudgetLineRow, BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import { type Quarter, quarterEnd, QUARTERS } from '#rules/budgets/budget-execution.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { typedSum } from '../works/form-values.js';
import { deskFrame } from './budget-desk.js';

interface ExecutionForm {
  readonly budget: BudgetRow;
  readonly quarter: Quarter;
  readonly executions: readonly ExecutionRow[];
  readonly works: readonly FollowedWorksRow[];
  readonly sent: SentForm;
}

/** One field a line; it begins with what is known: the quarter itself, the one before, the works. */
export function presentExecutionForm(form: ExecutionForm, say: Wording) {
  const { budget, quarter, sent } = form;
  const path = `/budget-desk/${budget.id}/execution`;
  return {
    ...deskFrame(budget, say),
    title: say.t('budgetDesk.execution.title'),
    faults: sent.faults,
    action: path,
    quarter,
    lead: say.t('budgetDesk.execution.until', { day: say.date(quarterEnd(budget.year, quarter)) }),
    quarters: QUARTERS.map((number) => ({
      text: say.t('budgetDesk.execution.quarter', { number }),
      path: `${path}?quarter=${number}`,
      isCurrent: number === quarter,
    })),
    lines: budget.lines.map((line) => lineFields(line, form, say)),
  };
}

function lineFields(line: BudgetLineRow, form: ExecutionForm, say: Wording) {
  const { number, title, amountTiyn } = line;
  const { fields, faults } = form.sent;
  const known = knownOf(number, form);
  const paid = `paid-${number}`;
  const reason = `reason-${number}-`;
  return {
    id: `line-${number}`,
    legend: `${number}. ${say.official(title).text}`,
    hint: say.t('budgetDesk.execution.planned', { sum: say.money(amountTiyn) }),
    error: faults?.fields[`line-${number}`],
    paid,
    paidValue: fields ? fields.text(paid) : known.paid,
    reasonKk: `${reason}Kk`,
    reasonKkValue: fields ? fields.text(`${reason}Kk`) : known.kk,
    reasonRu: `${reason}Ru`,
    reasonRuValue: fields ? fields.text(`${reason}Ru`) : known.ru,
  };
}

function knownOf(number: number, { quarter, executions, works }: ExecutionForm) {
  const told = executions.findLast((one) => one.quarter <= quarter);
  const line = told?.lines.find((one) => one.line === number);
  const built = works.find((one) => one.line === number);
  const sum = line?.paidTiyn ?? built?.paidTiyn;
  const reason = told?.quarter === quarter ? line?.reason : null;
  return {
    paid: sum === undefined ? '' : typedSum(sum),
    kk: reason?.kk ?? '',
    ru: reason?.ru ?? '',
  };
}
