import type { AnswerFields } from '#features/petitions/answers/answer-petition.js';
import type { AnswerCaseRow } from '#features/petitions/answers/answer.reader.js';
import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { PETITION_DECISIONS } from '#rules/petitions/petition-answer.js';
import type { Wording } from '#platform/views/wording.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField, dayIn } from '../deputy-register/day-in-form.js';
import { EnclosingForm, type SentWithFiles } from '../enclosures/enclosing-form.js';
import { linesIn } from '../inquiries/inquiry-form.js';

export const ANSWER_FIELDS = [
  'decision',
  'reasons',
  'workingGroup',
  'visitedOn',
  'documents',
  'file',
  'appeal',
];

const DECISION = {
  name: 'decision',
  legend: 'petitionDesk.answer.decision',
  codes: PETITION_DECISIONS,
  texts: 'petitions.decisions',
};

const TEXTS = [
  'reasonsKk',
  'reasonsRu',
  'appealKk',
  'appealRu',
  'workingGroup',
  'noVisitKk',
  'noVisitRu',
  'documents',
];
const DISCUSSION_TEXTS = ['placeKk', 'placeRu', 'draftKk', 'draftRu'];

/** The answer that a form holds; the decision is of today. */
export function answerIn(fields: FormFields, enclosures: readonly string[]): AnswerFields {
  const noVisit = pairIn(fields, 'noVisit');
  return {
    decision: fields.text('decision'),
    reasons: pairIn(fields, 'reasons'),
    appeal: pairIn(fields, 'appeal'),
    decidedOn: null,
    workingGroup: linesIn(fields.text('workingGroup')),
    visitedOn: isDayTyped(fields, 'visitedOn') ? dayIn(fields, 'visitedOn') : null,
    noVisitBecause: noVisit.kk === '' && noVisit.ru === '' ? null : noVisit,
    documents: linesIn(fields.text('documents')).map((url) => ({ title: url, url })),
    enclosures,
  };
}

export function discussionIn(fields: FormFields) {
  return {
    heldOn: dayIn(fields, 'heldOn'),
    place: pairIn(fields, 'place'),
    draft: pairIn(fields, 'draft'),
  };
}

export function presentAnswerForm(
  { petition, about }: { readonly petition: PetitionRow; readonly about: AnswerCaseRow },
  sent: SentWithFiles,
  say: Wording,
) {
  const { fields, faults, files = EnclosingForm.empty() } = sent;
  return {
    ...headOf(petition, 'answer', say),
    faults,
    values: valuesOf(TEXTS, fields),
    discussion: about.discussion && say.date(about.discussion.heldOn),
    visitedOn: dayField('visitedOn', say.t('petitionDesk.answer.visitedOn'), sent),
    decision: choiceRadios(DECISION, sent, say),
    enclosing: files.present(faults, say),
  };
}

export function presentDiscussionForm(petition: PetitionRow, sent: SentForm, say: Wording) {
  return {
    ...headOf(petition, 'discussion', say),
    faults: sent.faults,
    values: valuesOf(DISCUSSION_TEXTS, sent.fields),
    heldOn: dayField('heldOn', say.t('petitionDesk.discussion.heldOn'), sent),
  };
}

function headOf({ id, title }: PetitionRow, name: 'answer' | 'discussion', say: Wording) {
  return {
    title: say.t(`petitionDesk.${name}.title`),
    petition: say.official(title).text,
    back: `/petition-desk/${id}`,
    action: `/petition-desk/${id}/${name}`,
  };
}

function valuesOf(names: readonly string[], fields: FormFields | undefined) {
  return Object.fromEntries(names.map((name) => [name, fields?.text(name) ?? '']));
}

function pairIn(fields: FormFields, name: string) {
  return { kk: fields.text(`${name}Kk`), ru: fields.text(`${name}Ru`) };
}

function isDayTyped(fields: FormFields, name: string): boolean {
  return ['Day', 'Month', 'Year'].some((part) => fields.text(`${name}${part}`) !== '');
}
