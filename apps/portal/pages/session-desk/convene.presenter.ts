import type { BudgetMatterRow } from '#features/budget/sessions/session-matter.reader.js';
import type { MaslikhatRow } from '#features/registry/deputies/deputy-row.js';
import { addDays, type CivilDate } from '#rules/kernel/civil-date.js';
import { deputiesToRequest } from '#rules/sessions/session-convening.js';
import { SESSION_KINDS, sessionRuleOn } from '#rules/sessions/session-rule.js';
import type { Wording } from '#platform/views/wording.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField } from '../deputy-register/day-in-form.js';
import { questionRowsOf } from './convene-form.js';
import { budgetName } from './desk.presenter.js';

export interface SessionChoices {
  readonly maslikhats: readonly MaslikhatRow[];
  readonly budgets: readonly BudgetMatterRow[];
  readonly today: CivilDate;
}

const TEXTS = ['number', 'placeKk', 'placeRu', 'broadcastUrl'];

/** The form of a session; what was typed comes back with its faults, the lawful day among them. */
export function presentConvene(
  { maslikhats, budgets, today }: SessionChoices,
  sent: SentForm,
  say: Wording,
) {
  const { fields, faults } = sent;
  const errors = faults?.fields ?? {};
  const value = (name: string) => fields?.text(name) ?? '';
  const day = (name: string, first?: CivilDate) =>
    dayField(name, say.t(`sessionDesk.convene.days.${name}`), sent, first);
  return {
    title: say.t('sessionDesk.convene.title'),
    faults,
    errors,
    earliest: SESSION_KINDS.map((kind) => earliestLine(kind, today, say)),
    maslikhats: maslikhats.map(({ territory, territoryName }) => ({
      value: territory,
      text: say.official(territoryName).text,
    })),
    maslikhat: value('maslikhat'),
    kinds: SESSION_KINDS.map((kind) => ({ value: kind, text: say.t(`sessions.kinds.${kind}`) })),
    kind: value('kind') || 'regular',
    values: Object.fromEntries(TEXTS.map((name) => [name, value(name)])),
    session: { ...day('session'), error: errors['session'] ?? errors['sessionOn'] },
    notice: day('notice', today),
    materials: day('materials', today),
    request: { ...day('request'), error: errors['request'] },
    requestBy: value('requestBy'),
    requesters: maslikhats.flatMap((maslikhat) => requestersOf(maslikhat, sent)),
    requestNote: maslikhats.map((maslikhat) => requestNote(maslikhat, today, say)).join(' '),
    budgets: budgets.map((budget) => ({
      value: budget.id,
      text: budgetName(budget, say),
      hint: say.t(`sessionDesk.convene.budgetHints.${budget.state}`),
      checked: fields ? fields.list('budgets').includes(budget.id) : budget.state === 'submitted',
    })),
    count: questionRowsOf(fields),
    rows: Array.from({ length: questionRowsOf(fields) }, (_, place) => ({
      number: place + 1,
      kk: { name: `title${place + 1}Kk`, value: value(`title${place + 1}Kk`) },
      ru: { name: `title${place + 1}Ru`, value: value(`title${place + 1}Ru`) },
    })),
  };
}

/** «Очередная: если сообщить сегодня, не раньше 2 декабря 2026 г.» */
function earliestLine(kind: (typeof SESSION_KINDS)[number], today: CivilDate, say: Wording) {
  const { noticeDays, materialsDays } = sessionRuleOn(kind, today);
  const day = say.date(addDays(today, noticeDays));
  return say.t(`sessionDesk.convene.earliest.${kind}`, { day, noticeDays, materialsDays });
}

function requestersOf({ deputies, today }: MaslikhatRow, { fields }: SentForm) {
  const chosen = fields?.list('requesters') ?? [];
  return deputies
    .filter(({ from, until }) => from <= today && today <= until)
    .map(({ id, name }) => ({ value: id, text: name, checked: chosen.includes(id) }));
}

function requestNote({ deputies, territoryName }: MaslikhatRow, today: CivilDate, say: Wording) {
  const held = deputies.filter(({ from, until }) => from <= today && today <= until).length;
  const required = deputiesToRequest(held, sessionRuleOn('extraordinary', today));
  const place = say.official(territoryName).text;
  return say.t('sessionDesk.convene.requestHint', { place, required, deputies: held });
}
