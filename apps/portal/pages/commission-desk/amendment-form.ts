import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { ProposedAmendment } from '#features/budget/local-budgets/propose-amendment.js';
import {
  balanceOfAmendment,
  MONEY_SOURCES,
  type MoneySource,
} from '#rules/budgets/budget-amendment.js';
import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';
import { findSum, valuesOf } from '../budget-desk/typed-values.js';
import { pairIn } from '../works/form-values.js';
import { presentBalance } from './amendment-words.js';
import { dossierFrame, lineChoices } from './commission-desk.js';

const NAMED_SOURCES = MONEY_SOURCES.filter((kind) => kind !== 'cut');
const FIRST_ROWS = { changes: 3, sources: 2 } as const;
const MOST_ROWS = 40;
const MORE_ROWS = 3;

const TEXTS = ['justificationKk', 'justificationRu', 'calculation', 'revenueFall'];

export const AMENDMENT_FIELDS = [
  'changes',
  'sources',
  'revenueFall',
  'justification',
  'calculation',
];

/** An amendment as typed; rows left empty are none. */
export function amendmentIn(fields: FormFields): ProposedAmendment {
  return {
    changes: rowsOf(fields, 'changes').flatMap((row) => {
      const [line, sum] = [fields.text(`line-${row}`), fields.text(`change-${row}`)];
      if (line === '' && sum === '') return [];
      return [{ line: /^\d{1,6}$/.test(line) ? Number(line) : 0, changeTiyn: findSum(sum) ?? 0n }];
    }),
    sources: rowsOf(fields, 'sources').flatMap((row) => sourceIn(fields, row)),
    justification: pairIn(fields, 'justification'),
    calculation: fields.text('calculation'),
    revenueFallTiyn: findSum(fields.text('revenueFall')) ?? 0n,
  };
}

/**
 * What no rule would notice: a fall of revenues that is no sum, or is below nothing.
 *
 * @throws DomainError rule-violated `form.invalid`
 */
export function refuseUnread(fields: FormFields): void {
  const fall = fields.text('revenueFall');
  if (fall === '' || (findSum(fall) ?? -1n) >= 0n) return;
  const faults: Fault[] = [{ code: 'form.not_a_sum', field: 'revenueFall' }];
  throw new DomainError('rule-violated', 'form.invalid', { faults });
}

function sourceIn(fields: FormFields, row: number): readonly MoneySource[] {
  const kind = NAMED_SOURCES.find((one) => one === fields.text(`source-kind-${row}`)) ?? 'revenue';
  const [name, amount] = [fields.text(`source-name-${row}`), fields.text(`source-amount-${row}`)];
  if (name === '' && amount === '') return [];
  return [{ kind, name, amountTiyn: findSum(amount) ?? 0n }];
}

/** Numbers of the rows that the form has; more of them where more were asked for. */
function rowsOf(fields: FormFields | undefined, kind: keyof typeof FIRST_ROWS): readonly number[] {
  const sent = Number(fields?.text(`rows-${kind}`) ?? '');
  const known = Number.isInteger(sent) && sent > 0 ? sent : FIRST_ROWS[kind];
  const more = fields?.text('step') === `more-${kind}` ? MORE_ROWS : 0;
  return Array.from({ length: Math.min(known + more, MOST_ROWS) }, (_, row) => row);
}

interface AmendmentForm {
  readonly budget: BudgetRow;
  readonly sent: SentForm;
  /** The line that the form was opened from. */
  readonly firstLine: string;
}

export function presentAmendmentForm({ budget, sent, firstLine }: AmendmentForm, say: Wording) {
  const { fields, faults } = sent;
  const value = (name: string, first = ''): string => fields?.text(name) ?? first;
  const sources = rowsOf(fields, 'sources');
  const changes = rowsOf(fields, 'changes');
  return {
    ...dossierFrame(budget, say),
    title: say.t('commissionDesk.amendment.title'),
    faults,
    action: `/commission-desk/${budget.id}/amendments/new`,
    values: valuesOf(sent, TEXTS),
    lines: [{ value: '', text: '–' }, ...lineChoices(budget, say)],
    kinds: NAMED_SOURCES.map((kind) => ({ value: kind, text: say.t(`budgets.sources.${kind}`) })),
    changeRows: changes.length,
    changes: changes.map((row) => ({
      line: `line-${row}`,
      lineValue: value(`line-${row}`, row === 0 ? firstLine : ''),
      change: `change-${row}`,
      changeValue: value(`change-${row}`),
    })),
    sourceRows: sources.length,
    sources: sources.map((row) => ({
      kind: `source-kind-${row}`,
      kindValue: value(`source-kind-${row}`, 'revenue'),
      name: `source-name-${row}`,
      nameValue: value(`source-name-${row}`),
      amount: `source-amount-${row}`,
      amountValue: value(`source-amount-${row}`),
    })),
    balance: fields && presentBalance(balanceOfAmendment(amendmentIn(fields)), say),
  };
}
