import type { ListedPetitionRow, PetitionRow } from '#features/petitions/petitions/petition-row.js';
import type { PetitionTextField } from '#rules/petitions/petition-draft.js';
import type { FormFaults } from '#platform/views/form.js';
import type { Wording } from '#platform/views/wording.js';
import type { FormFields } from '../_frame/form-fields.js';
import { addresseeOf } from '../petitions/addressee-words.js';
import { petitionTag } from '../petitions/petition-tag.js';
import { longestOf } from './collection-questions.js';

/** A text in both languages: as stored, or as typed and refused. */
export function presentText(
  { petition, field }: { readonly petition: PetitionRow; readonly field: PetitionTextField },
  { fields, faults }: { readonly fields?: FormFields; readonly faults?: FormFaults },
  say: Wording,
) {
  const path = `/deputy-desk/collections/${petition.id}`;
  const { kk, ru } = petition.texts[field];
  return {
    title: say.t(`petitionDesk.questions.${field}`),
    hint: say.t(`petitionDesk.hints.${field}`),
    back: path,
    action: `${path}/${field}`,
    faults,
    field,
    isTitle: field === 'title',
    nameKk: `${field}Kk`,
    nameRu: `${field}Ru`,
    kk: fields?.text(`${field}Kk`) ?? kk,
    ru: fields?.text(`${field}Ru`) ?? ru,
    error: faults?.fields[field],
    max: longestOf(field),
  };
}

/** Petitions like this one, refused ones with their ground. */
export function presentSimilar(
  petition: PetitionRow,
  others: readonly ListedPetitionRow[],
  say: Wording,
) {
  const path = `/deputy-desk/collections/${petition.id}`;
  return {
    title: say.t('petitionDesk.questions.similar'),
    back: path,
    action: `${path}/similar`,
    others: others.map((other) => ({
      text: say.official(other.title).text,
      path: `/petitions/${other.number ?? other.id}`,
      detail: addresseeOf(other, say),
      tag: petitionTag(other.state, say),
      ground: other.refusedFor && say.t(`petitions.grounds.${other.refusedFor.ground}`),
    })),
  };
}
