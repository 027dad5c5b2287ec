import { type AmendmentBalance, needsAkim } from '#rules/budgets/budget-amendment.js';
import type { AmendmentRow, BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { Wording } from '#platform/views/wording.js';
import { signedMoney } from '../budgets/signed-money.js';

/** An amendment, whole: what it changes, who pays, what the akim and the session said. */
export function presentAmendmentPage(row: AmendmentRow, budget: BudgetRow, say: Wording) {
  const { changes, sources, calculation, justification, outcome, post } = row;
  const lines = changes.map(({ line, changeTiyn }) => {
    const found = budget.lines.find(({ number }) => number === line);
    const title = found ? say.official(found.title).text : '';
    return `${line}. ${title}: ${signedMoney(changeTiyn, say)}`;
  });
  const named = sources.map(
    ({ kind, name, amountTiyn }) =>
      `${say.t(`budgets.sources.${kind}`)}, ${name}: ${say.money(amountTiyn)}`,
  );
  const rows = [
    ['changes', lines],
    ['sources', named],
    ['calculation', [calculation]],
    ['akim', akimWords(row, say)],
    ['state', [say.t(`budgets.outcomes.${outcome ?? 'waiting'}`)]],
    ['by', [say.official(post).text]],
  ] as const;
  return {
    text: say.official(justification).text,
    rows: rows
      .filter(([, words]) => words.length > 0)
      .map(([name, words]) => ({ key: say.t(`commissionDesk.amendment.${name}`), lines: words })),
  };
}

function akimWords({ needsAkim: needed, akimAgrees, akimReasons }: AmendmentRow, say: Wording) {
  if (!needed) return [];
  const word = akimAgrees === null ? 'awaited' : akimAgrees ? 'agrees' : 'refuses';
  const reasons = akimReasons === null ? [] : [say.official(akimReasons).text];
  return [say.t(`commissionDesk.amendment.akimWords.${word}`), ...reasons];
}

/** The effect of an amendment on the balance, as its form shows it at once. */
export function presentBalance(balance: AmendmentBalance, say: Wording) {
  const rows = [
    ['growth', balance.growthTiyn],
    ['fall', balance.revenueFallTiyn],
    ['cuts', balance.cutsTiyn],
    ['named', balance.sourcesTiyn],
  ] as const;
  const isBalanced = balance.missingTiyn === 0n;
  return {
    verdict: say.t(`commissionDesk.balance.${isBalanced ? 'even' : 'uneven'}`, {
      missing: signedMoney(balance.missingTiyn, say),
    }),
    rows: rows.map(([name, sum]) => ({
      key: say.t(`commissionDesk.balance.${name}`),
      value: say.money(sum),
    })),
    akim: needsAkim(balance) ? say.t('commissionDesk.balance.akim') : undefined,
  };
}
