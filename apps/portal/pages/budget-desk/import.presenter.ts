import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { ImportPreview } from '#features/budget/local-budgets/preview-import.js';
import { type BudgetLine, expensesOf, FUNDING_KINDS } from '#rules/budgets/budget-draft.js';
import { ORIGIN_KINDS } from '#rules/budgets/line-origin.js';
import { LINE_COLUMNS, MOST_TABLE_LINES } from '#rules/budgets/line-table.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { deskFrame } from './budget-desk.js';

interface ImportForm {
  readonly budget: BudgetRow;
  readonly sent: SentForm;
  /** What was read of a faulty file. */
  readonly shown: ImportPreview | undefined;
}

/** The form of a file, with what its columns mean; and what was read, where it had faults. */
export function presentImportForm({ budget, sent, shown }: ImportForm, say: Wording) {
  const { id, lines } = budget;
  return {
    ...deskFrame(budget, say),
    title: say.t('budgetDesk.import.title'),
    faults: sent.faults,
    action: `/budget-desk/${id}/import`,
    most: MOST_TABLE_LINES,
    way: sent.fields?.text('way') || (lines.length > 0 ? 'replace' : 'add'),
    ways: ['add', 'replace'].map((value) => ({
      value,
      text: say.t(`budgetDesk.import.ways.${value}`),
    })),
    columns: LINE_COLUMNS.map((name) => ({
      key: name,
      value: say.t(`budgetDesk.import.columns.${name}`),
    })),
    codes: [
      ...FUNDING_KINDS.map((kind) => ({ key: kind, value: say.t(`budgets.funding.${kind}`) })),
      ...ORIGIN_KINDS.map((kind) => ({ key: kind, value: say.t(`budgets.origins.${kind}`) })),
    ],
    template: `/api/v1/budgets/${id}/lines.xlsx`,
    table: shown && shown.lines.length > 0 ? tableOf(shown, say) : undefined,
  };
}

/** What a file without faults would do. */
export function presentPreview(
  budget: BudgetRow,
  preview: ImportPreview,
  { replaces, say }: { readonly replaces: boolean; readonly say: Wording },
) {
  const { id, lines } = preview;
  return {
    ...deskFrame(budget, say),
    title: say.t('budgetDesk.import.check'),
    action: `/budget-desk/${budget.id}/import/${id}`,
    again: `/budget-desk/${budget.id}/import`,
    rows: [
      { key: say.t('budgetDesk.import.count'), value: say.number(lines.length) },
      { key: say.t('budgetDesk.import.sum'), value: say.money(expensesOf(lines)) },
      {
        key: say.t('budgetDesk.import.way'),
        value: say.t(`budgetDesk.import.ways.${replaces ? 'replace' : 'add'}`),
      },
    ],
    table: tableOf(preview, say),
  };
}

function tableOf({ lines, faults }: ImportPreview, say: Wording) {
  const faulty = new Set(faults.map(({ details }) => details?.['line']));
  return {
    caption: say.t('budgetDesk.import.read'),
    columns: ['row', 'group', 'origin', 'sum'].map((name) => ({
      text: say.t(`budgetDesk.import.heads.${name}`),
      numeric: name === 'sum',
    })),
    rows: lines.map((line) => ({ cells: cellsOf(line, faulty.has(line.number), say) })),
  };
}

function cellsOf(line: BudgetLine, isFaulty: boolean, say: Wording) {
  const { number, title, functionalGroup, programme, origin } = line;
  const mark = isFaulty ? { detail: say.t('budgetDesk.import.faulty') } : {};
  return [
    { text: `${number}. ${say.official(title).text}`, ...mark },
    { text: `${functionalGroup}-${programme}` },
    { text: say.t(`budgets.origins.${origin.kind}`) },
    { text: say.money(line.amountTiyn) },
  ];
}
