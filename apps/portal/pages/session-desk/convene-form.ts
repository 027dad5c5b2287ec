import type { SessionPlan } from '#features/budget/sessions/convene-session.js';
import type { BudgetMatterRow } from '#features/budget/sessions/session-matter.reader.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import { addressOr, textsIn } from '../assembly-desk/typed-fields.js';
import { dayIn } from '../deputy-register/day-in-form.js';

const FIRST_ROWS = 4;
const ADDED_ROWS = 3;
const MOST_ROWS = 40;

/** How many free questions a form has, with those just added. */
export function questionRowsOf(fields: FormFields | undefined): number {
  const sent = Number.parseInt(fields?.text('rows') ?? '', 10) || FIRST_ROWS;
  const added = fields && isOnlyAddingRows(fields) ? ADDED_ROWS : 0;
  return Math.min(Math.max(sent, 1) + added, MOST_ROWS);
}

/** More rows were asked for; the session is not convened yet. */
export function isOnlyAddingRows(fields: FormFields): boolean {
  return fields.has('addRows');
}

/** A session as the form sends it: first the chosen budgets, then the questions that were typed. */
export function planIn(fields: FormFields, { budgets, titleOf }: ConveneChoices): SessionPlan {
  const kind = fields.text('kind') === 'extraordinary' ? 'extraordinary' : 'regular';
  return {
    maslikhat: fields.text('maslikhat'),
    number: fields.text('number'),
    kind,
    noticeOn: dayIn(fields, 'notice'),
    materialsOn: dayIn(fields, 'materials'),
    sessionOn: dayIn(fields, 'session'),
    place: textsIn(fields, 'place'),
    broadcastUrl: addressOr(fields, 'broadcastUrl'),
    agenda: [...budgetQuestions(fields, { budgets, titleOf }), ...typedQuestions(fields)],
    request: kind === 'regular' ? null : requestIn(fields),
  };
}

export interface ConveneChoices {
  readonly budgets: readonly BudgetMatterRow[];
  readonly titleOf: (budget: BudgetMatterRow) => OfficialText;
}

/** «Көкжиек ауылдық округі: 2027 жылғы бюджет» in both languages. */
export function budgetTitle(
  both: Readonly<Record<'kk' | 'ru', Wording>>,
): ConveneChoices['titleOf'] {
  const title = (say: Wording, { territoryName, year, state }: BudgetMatterRow) =>
    say.t(`sessionDesk.convene.budget.${state}`, {
      place: say.official(territoryName).text,
      year: String(year),
    });
  return (budget) => ({ kk: title(both.kk, budget), ru: title(both.ru, budget) });
}

function budgetQuestions(fields: FormFields, { budgets, titleOf }: ConveneChoices) {
  const chosen = fields.list('budgets');
  return budgets
    .filter(({ id }) => chosen.includes(id))
    .map((budget) => ({ title: titleOf(budget), petition: null, budget: budget.id }));
}

function typedQuestions(fields: FormFields): SessionPlan['agenda'] {
  const rows = Array.from({ length: questionRowsOf(fields) }, (_, place) => place + 1);
  return rows
    .map((row) => textsIn(fields, `title${row}`))
    .filter(({ kk, ru }) => kk !== '' || ru !== '')
    .map((title) => ({ title, petition: null, budget: null }));
}

function requestIn(fields: FormFields): SessionPlan['request'] {
  const by = fields.text('requestBy');
  if (by !== 'akim' && by !== 'deputies') return null;
  const on = dayIn(fields, 'request');
  if (by === 'akim') return { by: { kind: 'akim' }, on };
  return { by: { kind: 'deputies', deputyIds: fields.list('requesters') }, on };
}
