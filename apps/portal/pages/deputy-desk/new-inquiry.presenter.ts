import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { TerritoryRow } from '#features/registry/territories/territory.reader.js';
import { INQUIRY_ADDRESSEES, INQUIRY_LENGTHS } from '#rules/petitions/inquiry.js';
import type { Wording } from '#platform/views/wording.js';
import { choiceRadios } from '../_frame/choice-radios.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { SentForm } from '../_frame/sent-form.js';
import { languageRadios } from '../inquiries/inquiry-form.js';
import { placeName } from '../places/place-name.js';

const TEXTS = ['addresseeKk', 'addresseeRu', 'title', 'body', 'competence'];

/** The form as it comes back: what was typed, what is wrong. */
export interface SentInquiry extends SentForm {
  /** Id of the petition that the inquiry takes further; empty for none. */
  readonly petition?: string;
  readonly about?: PetitionRow | null;
}

/** @param units of which an addressee may be: the maslikhat's, those above it and below it */
export function presentNewInquiry(units: readonly TerritoryRow[], sent: SentInquiry, say: Wording) {
  const { fields, faults } = sent;
  return {
    title: say.t('deputyDesk.newInquiry'),
    crumbs: [
      { text: say.t('deputyDesk.title'), path: '/deputy-desk' },
      { text: say.t('deputyDesk.newInquiry') },
    ],
    faults,
    lengths: INQUIRY_LENGTHS,
    petition: sent.about && { id: sent.about.id, title: say.official(sent.about.title).text },
    values: { ...suggested(sent.about, say), ...typed(fields) },
    kind: addresseeKinds(sent, say),
    unit: unitsToChoose(units, sent, say),
    language: languageRadios(sent, say),
    prosecution: prosecutionRadios(sent, say),
  };
}

/** A petition's own words, to be written on. */
function suggested(about: PetitionRow | null | undefined, say: Wording) {
  if (!about) return {};
  return { title: say.official(about.texts.title).text, body: say.official(about.texts.text).text };
}

function typed(fields: FormFields | undefined) {
  return fields && Object.fromEntries(TEXTS.map((name) => [name, fields.text(name)]));
}

function addresseeKinds(sent: SentInquiry, say: Wording) {
  return choiceRadios(
    {
      name: 'addresseeKind',
      legend: 'inquiries.form.addresseeKind',
      hint: 'inquiries.form.addresseeKindHint',
      codes: INQUIRY_ADDRESSEES,
      texts: 'inquiries.addressees',
    },
    sent,
    say,
  );
}

function unitsToChoose(
  units: readonly TerritoryRow[],
  { fields, faults, about }: SentInquiry,
  say: Wording,
) {
  return {
    name: 'addresseeTerritory',
    label: say.t('inquiries.form.addresseeTerritory'),
    value: fields?.text('addresseeTerritory') ?? about?.territory,
    error: faults?.fields['addresseeTerritory'],
    choices: [
      { value: '', text: say.t('inquiries.form.chooseUnit') },
      ...units.map((unit) => ({ value: unit.kato, text: placeName(unit, say) })),
    ],
  };
}

function prosecutionRadios(sent: SentInquiry, say: Wording) {
  return choiceRadios(
    {
      name: 'concernsProsecution',
      legend: 'inquiries.form.prosecution',
      codes: ['no', 'yes'],
      texts: 'inquiries.form',
      chosen: 'no',
      inline: true,
    },
    sent,
    say,
  );
}
