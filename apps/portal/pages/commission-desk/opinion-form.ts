import { validate as isUuid } from 'uuid';
import type { AmendmentRow, BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { CommissionOpinionDraft } from '#features/budget/local-budgets/give-opinion.js';
import type { CommissionRow } from '#features/registry/deputies/deputy-row.js';
import { opinionOn } from '#rules/sessions/commission-opinion.js';
import { DomainError, type Fault } from '#rules/kernel/domain-error.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';
import { valuesOf } from '../budget-desk/typed-values.js';
import { pairIn } from '../works/form-values.js';
import { dossierFrame, lineChoices } from './commission-desk.js';

const COUNTS = ['present', 'inFavour', 'against', 'abstained'] as const;
const TEXTS = ['reasonsKk', 'reasonsRu', 'minorityViewKk', 'minorityViewRu'];
const MOST_MEMBERS = 100;

export const OPINION_FIELDS = ['commission', 'about', 'vote', ...COUNTS, 'reasons', 'minorityView'];

/** What an opinion was opened for: `line:3`, `amendment:<id>`, nothing for the whole draft. */
export function aboutOf({ line, amendment }: Readonly<Record<string, unknown>>): string {
  if (typeof amendment === 'string') return `amendment:${amendment.slice(0, 36)}`;
  return typeof line === 'string' ? `line:${line.slice(0, 6)}` : '';
}

/** @throws DomainError rule-violated `form.invalid` with all fields that hold no number */
export function opinionIn(fields: FormFields, budgetId: string): CommissionOpinionDraft {
  const commissionId = fields.text('commission');
  const minority = pairIn(fields, 'minorityView');
  const [kind, id = ''] = fields.text('about').split(':', 2);
  assertReadable(fields, commissionId);
  const [present, inFavour, against, abstained] = COUNTS.map((name) => Number(fields.text(name)));
  return {
    budgetId,
    commissionId,
    line: kind === 'line' ? Number(id) || 0 : null,
    amendmentId: kind === 'amendment' ? id : null,
    vote: { present: present!, for: inFavour!, against: against!, abstained: abstained! },
    reasons: pairIn(fields, 'reasons'),
    minorityView: minority.kk === '' && minority.ru === '' ? null : minority,
  };
}

function assertReadable(fields: FormFields, commissionId: string): void {
  const faults: Fault[] = COUNTS.filter((name) => {
    const text = fields.text(name);
    return !/^\d{1,3}$/.test(text) || Number(text) > MOST_MEMBERS;
  }).map((name) => ({ code: 'form.not_a_number', field: name }));
  if (!isUuid(commissionId)) faults.unshift({ code: 'form.choose_one', field: 'commission' });
  if (faults.length > 0) throw new DomainError('rule-violated', 'form.invalid', { faults });
}

interface OpinionForm {
  readonly budget: BudgetRow;
  readonly commissions: readonly CommissionRow[];
  readonly amendments: readonly AmendmentRow[];
  readonly sent: SentForm;
  readonly about: string;
}

export function presentOpinionForm(form: OpinionForm, say: Wording) {
  const { budget, commissions, sent, about } = form;
  const first = { about, commission: commissions[0]?.id ?? '' };
  return {
    ...dossierFrame(budget, say),
    title: say.t('commissionDesk.opinion.title'),
    faults: sent.faults,
    action: `/commission-desk/${budget.id}/opinions/new`,
    values: valuesOf(sent, ['about', 'commission', ...TEXTS], first),
    commissions: commissions.map((commission) => commissionChoice(commission, budget, say)),
    abouts: aboutChoices(form, say),
    counts: COUNTS.map((name) => ({
      name,
      label: say.t(`commissionDesk.opinion.${name}`),
      value: sent.fields?.text(name) ?? '',
      error: sent.faults?.fields[name],
      width: '3',
      inputmode: 'numeric',
    })),
  };
}

/** With the rule as it applies to this very commission. */
function commissionChoice(
  { id, name, members }: CommissionRow,
  { today }: BudgetRow,
  say: Wording,
) {
  const nobody = { members: members.length, present: 0, for: 0, against: 0, abstained: 0 };
  const { quorum, required } = opinionOn(today, nobody);
  const hint = say.t('commissionDesk.opinion.rule', {
    members: members.length,
    quorum: quorum.required,
    required,
  });
  return { value: id, text: say.official(name).text, hint };
}

function aboutChoices({ budget, amendments }: OpinionForm, say: Wording) {
  const awaited = amendments.filter(({ outcome }) => outcome === null);
  return [
    { value: '', text: say.t('budgets.wholeDraft') },
    ...awaited.map(({ id, justification }) => ({
      value: `amendment:${id}`,
      text: say.t('commissionDesk.opinion.amendment', {
        text: say.official(justification).text.slice(0, 80),
      }),
    })),
    ...lineChoices(budget, say).map(({ value, text }) => ({ value: `line:${value}`, text })),
  ];
}
