import type { NewLine } from '#features/budget/local-budgets/add-lines.js';
import type { BudgetLineRow, BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { FreeOriginRow } from '#features/budget/local-budgets/desk.reader.js';
import { FUNDING_KINDS } from '#rules/budgets/budget-draft.js';
import { FUNCTIONAL_GROUPS, HOUSING_GROUP } from '#rules/budgets/functional-group.js';
import { isOriginKind, type LineOrigin } from '#rules/budgets/line-origin.js';
import { AKIMS_OFFICE } from '#rules/budgets/line-table.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';
import { pairIn, typedSum } from '../works/form-values.js';
import { deskFrame } from './budget-desk.js';
import { findSum, valuesOf } from './typed-values.js';

export const LINE_FIELDS = [
  'origin',
  'title',
  'titleKk',
  'titleRu',
  'functionalGroup',
  'programme',
  'administrator',
  'amount',
  'funding',
];

/** A line as typed; what is no sum is nothing, which the rule refuses with all the rest. */
export function lineIn(fields: FormFields): NewLine {
  return {
    title: pairIn(fields, 'title'),
    functionalGroup: fields.text('functionalGroup'),
    programme: fields.text('programme'),
    administrator: fields.text('administrator'),
    amountTiyn: findSum(fields.text('amount')) ?? 0n,
    funding: FUNDING_KINDS.find((kind) => kind === fields.text('funding')) ?? 'own',
    origin: originIn(fields.text('origin')),
  };
}

/** `originIn('project:2026-0001') // → { kind: 'project', id: '2026-0001' }` */
function originIn(text: string): LineOrigin {
  const [kind = '', id = ''] = text.split(':', 2);
  if (!isOriginKind(kind)) return { kind: 'akimat', id: null };
  return { kind, id: id === '' ? null : id };
}

export interface LineForm {
  readonly budget: BudgetRow;
  /** Decisions that a line may rest on. */
  readonly free: readonly FreeOriginRow[];
  /** The one that was picked: `project:<id>`. */
  readonly origin: string;
  /** Null for a new line. */
  readonly line: BudgetLineRow | null;
  readonly sent: SentForm;
}

export function presentLineForm(form: LineForm, say: Wording) {
  const { budget, free, line, sent } = form;
  const path = `/budget-desk/${budget.id}/lines/${line?.number ?? 'new'}`;
  return {
    ...deskFrame(budget, say),
    title: line
      ? say.t('budgetDesk.line.number', { number: line.number })
      : say.t('budgetDesk.line.add'),
    faults: sent.faults,
    action: path,
    removal: line ? `${path}/removal` : undefined,
    origin: line && originText(line, say),
    values: valuesOf(sent, LINE_FIELDS, firstValues(form)),
    origins: originChoices(free, say),
    groups: FUNCTIONAL_GROUPS.map((group) => ({
      value: group,
      text: `${group} ${say.t(`budgets.groups.${group}`)}`,
    })),
    fundings: FUNDING_KINDS.map((kind) => ({
      value: kind,
      text: say.t(`budgets.funding.${kind}`),
    })),
  };
}

function firstValues({ line, free, origin }: LineForm): Record<string, string> {
  if (line) return valuesOfLine(line);
  const picked = free.find((one) => keyOf(one) === origin);
  return {
    origin: picked ? origin : 'akimat',
    titleKk: picked?.title.kk ?? '',
    titleRu: picked?.title.ru ?? '',
    amount: picked?.amountTiyn ? typedSum(picked.amountTiyn) : '',
    functionalGroup: HOUSING_GROUP,
    administrator: AKIMS_OFFICE,
    funding: 'own',
  };
}

function valuesOfLine(line: BudgetLineRow): Record<string, string> {
  const { title, functionalGroup, programme, administrator, funding } = line;
  const codes = { functionalGroup, programme, administrator, funding };
  return { ...codes, titleKk: title.kk, titleRu: title.ru, amount: typedSum(line.amountTiyn) };
}

function originChoices(free: readonly FreeOriginRow[], say: Wording) {
  const plain = ['akimat', 'law'].map((kind) => ({
    value: kind,
    text: say.t(`budgets.origins.${kind}`),
  }));
  return [...plain, ...free.map((one) => ({ value: keyOf(one), text: freeText(one, say) }))];
}

function freeText({ kind, number, title, amountTiyn }: FreeOriginRow, say: Wording): string {
  const sum = amountTiyn === null ? '' : `, ${say.moneyShort(amountTiyn)}`;
  return `${say.t(`budgets.origins.${kind}`)} № ${number}: ${say.official(title).text}${sum}`;
}

function originText({ originKind, originNumber }: BudgetLineRow, say: Wording): string {
  const kind = say.t(`budgets.origins.${originKind}`);
  return originNumber === null ? kind : `${kind} № ${originNumber}`;
}

export function keyOf({ kind, id }: Pick<FreeOriginRow, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}
