import type { DismissalRow, NamedDeputyRow } from '#features/budget/dismissals/dismissal-row.js';
import type { SessionRow } from '#features/budget/sessions/session-row.js';
import { possibleDismissalActs } from '#rules/assemblies/dismissal-lifecycle.js';
import { deputiesNeededOn } from '#rules/assemblies/dismissal-votes.js';
import type { Wording } from '#platform/views/wording.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField } from '../deputy-register/day-in-form.js';
import { EnclosingForm, type SentWithFiles } from '../enclosures/enclosing-form.js';
import { type DismissalFormName, FORM_SHAPES } from './dismissal-form.js';

const SIDES = ['for', 'against', 'abstained'] as const;
const VALUES = ['session', 'number', 'textKk', 'textRu'] as const;

/** What a form begins with. */
export interface DismissalFormSetting {
  readonly name: DismissalFormName;
  readonly dismissal: DismissalRow;
  /** Deputies in office today. */
  readonly deputies: readonly NamedDeputyRow[];
  /** Sessions of the maslikhat that are open. */
  readonly sessions: readonly SessionRow[];
}

/** The form of one act. */
export function presentDismissalForm(
  setting: DismissalFormSetting,
  sent: SentWithFiles,
  say: Wording,
) {
  const { name, dismissal } = setting;
  const { fields, faults, files = EnclosingForm.empty() } = sent;
  const { hasDay, hasNumber, hasVotes, text } = FORM_SHAPES[name];
  const path = `/dismissal-desk/${dismissal.id}`;
  const { today, deputies } = dismissal;
  return {
    title: say.t(`dismissals.forms.${name}`),
    caption: say.t('dismissals.of', { place: say.official(dismissal.territoryName).text }),
    hint: say.t(`dismissals.hints.${name}`, { needed: deputiesNeededOn(today, deputies) }),
    back: path,
    action: `${path}/${name}`,
    faults,
    values: Object.fromEntries(VALUES.map((value) => [value, fields?.text(value) ?? ''])),
    on: hasDay ? dayField('on', say.t('dismissals.desk.on'), sent, today) : undefined,
    signers: signersField(setting, sent, say),
    choice: name === 'decision' ? decisionChoice(dismissal, sent, say) : undefined,
    hasNumber,
    text: text && {
      name: text,
      kk: say.t(`dismissals.desk.${text}Kk`),
      ru: say.t(`dismissals.desk.${text}Ru`),
      error: faults?.fields[text],
    },
    ...(hasVotes ? votingPart(setting, sent, say) : {}),
    enclosing: files.present(faults, say),
  };
}

function signersField(
  { name, dismissal, deputies }: DismissalFormSetting,
  { fields, faults }: SentForm,
  say: Wording,
) {
  const { signers } = FORM_SHAPES[name];
  const onSheets = dismissal.acts.at(-1)?.deputies ?? [];
  const shown = signers === 'in-office' ? deputies : signers === 'none' ? [] : onSheets;
  const isAsked = shown.length > 0 && (name !== 'lapse' || dismissal.state === 'under-check');
  if (!isAsked) return undefined;
  const legend = signers === 'in-office' ? 'signedBy' : 'valid';
  return {
    name: 'signedBy',
    legend: say.t(`dismissals.desk.${legend}`),
    choices: shown.map(({ id, name: who }) => ({ value: id, text: who })),
    values: fields?.list('signedBy') ?? [],
    error: faults?.fields['signedBy'],
    small: true,
  };
}

function decisionChoice({ state }: DismissalRow, sent: SentForm, say: Wording) {
  const possible = possibleDismissalActs(state);
  const codes = (['dismiss', 'keep'] as const).filter((act) => possible.includes(act));
  const legend = 'dismissals.desk.decision';
  return choiceRadios({ name: 'act', legend, texts: 'dismissals.decisions', codes }, sent, say);
}

function votingPart(
  { deputies, sessions }: DismissalFormSetting,
  { fields }: SentForm,
  say: Wording,
) {
  return {
    sessions: sessions.map(({ id, number, sessionOn }) => ({
      value: id,
      text: say.t('dismissals.desk.sessionOf', { number, day: say.date(sessionOn) }),
    })),
    noSession: sessions.length === 0 ? say.t('dismissals.desk.noSession') : undefined,
    votes: deputies.map(({ id, name }) => ({
      name: `vote-${id}`,
      label: name,
      value: fields?.text(`vote-${id}`) ?? '',
    })),
    sides: [
      { value: '', text: say.t('dismissals.desk.didNotVote') },
      ...SIDES.map((side) => ({ value: side, text: say.t(`budgets.sides.${side}`) })),
    ],
  };
}
