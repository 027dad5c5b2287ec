import { balanceOf, expensesOf } from '#rules/budgets/budget-draft.js';
import { possibleBudgetActs } from '#rules/budgets/budget-lifecycle.js';
import { needsAssembly } from '#rules/budgets/budget-tier.js';
import type { HousingFloor } from '#rules/budgets/housing-floor.js';
import type { HearingRow } from '#features/budget/hearings/hearing-row.js';
import type {
  AmendmentRow,
  BudgetLineRow,
  BudgetRow,
  BudgetVersionRow,
  OpinionRow,
} from '#features/budget/local-budgets/budget-row.js';
import type { PlanRow } from '#features/budget/local-budgets/desk.reader.js';
import type { Readiness } from '#features/budget/local-budgets/readiness.reader.js';
import type { DecisionRow } from '#features/budget/sessions/session-row.js';
import { civilDateOf } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { faultsOfRefusal, formFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { ruleDraftOf } from '../../api/budgets/budget.presenter.js';
import {
  amendmentLine,
  budgetTag,
  decisionLine,
  lineCells,
  opinionLine,
} from '../budgets/budget.presenter.js';
import { signedMoney } from '../budgets/signed-money.js';
import { deskFrame } from './budget-desk.js';
import { hearingLine } from '../budgets/hearing.presenter.js';
import { planLine } from '../budgets/late.presenter.js';

export interface ShownDraft {
  readonly budget: BudgetRow;
  readonly readiness: Readiness;
  readonly versions: readonly BudgetVersionRow[];
  readonly amendments: readonly AmendmentRow[];
  readonly opinions: readonly OpinionRow[];
  readonly plans: readonly PlanRow[];
  readonly hearings: readonly HearingRow[];
  readonly decisions: readonly DecisionRow[];
  readonly person: SignedIn;
}

/** A draft as its authors see it: sums, floor, what is missing, lines, status before the maslikhat. */
export function presentDraft(shown: ShownDraft, say: Wording) {
  const { budget, readiness } = shown;
  const path = `/budget-desk/${budget.id}`;
  const acts = possibleBudgetActs(budget.state);
  const canEdit = acts.includes('edit');
  return {
    ...deskFrame(budget, say),
    path,
    publicPath: `/budgets/${budget.id}`,
    tag: budgetTag(budget.state, say),
    canEdit,
    canSubmit: acts.includes('submit'),
    isAdopted: budget.state === 'adopted',
    lateness: latenessOf(readiness, budget, say),
    rows: sumRows(budget, say),
    floor: readiness.floor === null ? undefined : floorOf(readiness.floor, say),
    missing: canEdit ? missingOf(readiness, say) : undefined,
    agreement: agreementOf(budget, say),
    canAgree: needsAssembly(budget.tier) && budget.state === 'draft',
    lines:
      budget.lines.length > 0 ? linesTable(budget.lines, canEdit ? path : null, say) : undefined,
    plans: shown.plans.map((plan) => planLine(plan, say)),
    exports: exportsOf(budget.id),
    ...statusOf(shown, path, say),
  };
}

function sumRows(budget: BudgetRow, say: Wording) {
  const sums: readonly (readonly [string, bigint])[] = [
    ['revenuesTiyn', budget.revenuesTiyn],
    ['transfersTiyn', budget.transfersTiyn],
    ['netLendingTiyn', budget.netLendingTiyn],
    ['financialAssetsTiyn', budget.financialAssetsTiyn],
    ['financingTiyn', budget.financingTiyn],
  ];
  const draft = ruleDraftOf(budget);
  const rows = sums.map(([name, sum]) => ({
    key: say.t(`budgetDesk.sums.${name}`),
    value: say.money(sum),
  }));
  return [
    ...rows,
    { key: say.t('budgets.sums.expenses'), value: say.money(expensesOf(budget.lines)) },
    { key: say.t('budgetDesk.balance'), value: signedMoney(balanceOf(draft), say) },
    {
      key: say.t('budgetDesk.missing'),
      value: signedMoney(balanceOf(draft) + budget.financingTiyn, say),
    },
  ];
}

function latenessOf({ lateness }: Readiness, budget: BudgetRow, say: Wording) {
  if (lateness === null || budget.submittedOn !== null) return undefined;
  const state = lateness.isLate ? 'overdue' : 'green';
  const text = say.t('budgetDesk.submitBy', { day: say.date(lateness.by) });
  return { badge: { state, text }, left: say.daysLeft(lateness.by, budget.today) };
}

/** The arithmetic of the floor, exclusions included. */
export function floorOf(floor: HousingFloor, say: Wording) {
  const { num, den } = floor.share;
  return {
    isMet: floor.missingTiyn === 0n,
    verdict: say.t(floor.missingTiyn === 0n ? 'budgetDesk.floor.met' : 'budgetDesk.floor.short', {
      missing: say.money(floor.missingTiyn),
    }),
    formula: say.t('budgetDesk.floor.formula', {
      counted: say.money(floor.countedTiyn),
      share: say.percent(num, den),
      required: say.money(floor.requiredTiyn),
    }),
    rows: [
      ['counted', floor.countedTiyn],
      ['excluded', floor.excludedTiyn],
      ['required', floor.requiredTiyn],
      ['given', floor.givenTiyn],
    ].map(([name, sum]) => ({
      key: say.t(`budgetDesk.floor.${String(name)}`),
      value: say.money(sum as bigint),
    })),
  };
}

/** In words, what the submission would be refused for today. */
function missingOf({ faults }: Readiness, say: Wording): readonly string[] {
  const refusal = new DomainError('rule-violated', 'budget.invalid', { faults });
  if (faults.length === 0) return [];
  return formFaults(faultsOfRefusal(refusal, say), say).summary.map(({ text }) => text);
}

function agreementOf({ tier, agreedOn }: BudgetRow, say: Wording): string | undefined {
  if (!needsAssembly(tier)) return undefined;
  return agreedOn === null
    ? say.t('budgetDesk.agreement.none')
    : say.t('budgetDesk.agreement.on', { day: say.date(agreedOn) });
}

/** @param path of the desk, where lines can be changed */
export function linesTable(lines: readonly BudgetLineRow[], path: string | null, say: Wording) {
  return {
    caption: say.t('budgets.lines'),
    columns: ['line', 'group', 'origin', 'sum'].map((name) => ({
      text: say.t(`budgets.columns.${name}`),
      numeric: name === 'sum',
    })),
    rows: lines.map((line) => {
      const about = path === null ? null : `${path}/lines/${line.number}`;
      return { cells: lineCells(line, about, say) };
    }),
  };
}

function exportsOf(id: string) {
  return { csv: `/api/v1/budgets/${id}/lines.csv`, xlsx: `/api/v1/budgets/${id}/lines.xlsx` };
}

/** Where the draft is before the commission and the session. */
function statusOf(shown: ShownDraft, path: string, say: Wording) {
  const { budget, person } = shown;
  const isAkim = person.roles.some(
    ({ role, territory }) => role === 'akim' && territory === budget.territory,
  );
  return {
    decisions: shown.decisions.map((decision) => decisionLine(decision, say)),
    opinions: shown.opinions.map((opinion) => opinionLine(opinion, say)),
    hearings: shown.hearings.map((hearing) => hearingLine(hearing, say)),
    amendments: shown.amendments.map((row) => ({
      ...amendmentLine(row, say),
      path: isAkim && isAwaited(row) ? `${path}/amendments/${row.id}` : undefined,
    })),
    versions: shown.versions.map((version) => versionLine(version, say)),
  };
}

function isAwaited({ needsAkim, akimAgrees, outcome }: AmendmentRow): boolean {
  return needsAkim && akimAgrees === null && outcome === null;
}

function versionLine({ number, act, at, post, lines }: BudgetVersionRow, say: Wording): string {
  return [
    `${number}. ${say.t(`budgets.acts.${act}`)}, ${say.date(civilDateOf(at))}`,
    say.official(post).text,
    say.money(expensesOf(lines)),
  ].join(' · ');
}
