import type { KeptWordingRow, UnitWordings } from '#features/assemblies/wordings/wording-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { SentForm } from '../_frame/sent-form.js';
import { placeName } from '../places/place-name.js';
import { questionChoices } from './agenda-questions.js';
import { cataloguePhrase, PHRASES } from './phrase-bank.js';
import type { TableWording } from './writing.presenter.js';

export interface KeptWordings {
  readonly unit: TerritoryRow;
  readonly wordings: UnitWordings;
  readonly today: CivilDate;
}

/** What a unit keeps: each wording can be changed or retired, phrases of the catalogue put away. */
export function presentWordings(
  { unit, wordings, today }: KeptWordings,
  { fields, faults }: SentForm,
  say: TableWording,
) {
  const of = (kind: KeptWordingRow['kind']) =>
    wordings.kept.filter((row) => row.kind === kind).map((row) => keptPart(row, say));
  return {
    title: say.page.t('assemblyDesk.wordings.title'),
    caption: placeName(unit, say.page),
    back: '/assembly-desk',
    action: `/assembly-desk/wordings/${unit.kato}`,
    faults,
    questions: questionChoices(today, say.page),
    // A refused wording comes back in the form that it was typed into.
    newItem: typedIn(fields, 'add-agenda-item'),
    newPhrase: typedIn(fields, 'add-phrase'),
    items: of('agenda-item'),
    phrases: of('phrase'),
    catalogue: PHRASES.map((code) => {
      const isAway = wordings.putAway.includes(code);
      const { kk, ru } = cataloguePhrase(code, say);
      return { code, kk, ru, isAway, act: isAway ? 'take-up' : 'put-away' };
    }),
  };
}

function typedIn(fields: SentForm['fields'], act: string) {
  if (fields?.text('act') !== act) return { kk: '', ru: '', question: '' };
  const [kk, ru, question] = ['textKk', 'textRu', 'question'].map((name) => fields.text(name));
  return { kk, ru, question };
}

function keptPart({ id, question, text, version }: KeptWordingRow, say: TableWording) {
  return {
    id,
    version,
    question: question === null ? undefined : say.page.t(`assemblyQuestions.${question}`),
    summary: say.page.official(text).text,
    kk: text.kk,
    ru: text.ru,
  };
}
