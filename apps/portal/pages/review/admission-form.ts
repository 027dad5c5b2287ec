import { formatTenge } from '#rules/kernel/money.js';
import type { AdmissionTerms } from '#features/participation/expert-review/admit.js';
import type { FormFields } from '../_frame/form-fields.js';
import type { Desk, SentForm } from './review-desk.js';
import { sumIn } from './estimate-lines.js';

/** Names of the form's fields, in the sequence of the page. */
export const ADMISSION_FIELDS = ['titleKk', 'title', 'titleRu', 'cost'];

/** What the form says; an empty cost leaves the estimate, or without one the author's cost. */
export function admissionTermsIn(fields: FormFields): AdmissionTerms {
  const cost = fields.text('cost');
  return {
    checkedCostTiyn: cost === '' ? null : (sumIn(cost) ?? 0n),
    title: { kk: fields.text('titleKk'), ru: fields.text('titleRu') },
  };
}

/** For the part `review/_admission`: filled with what is known, so that it is only checked. */
export function admissionModel(desk: Desk, { fields, faults }: SentForm) {
  const { page, card } = desk;
  const cap = card.capTiyn === null ? null : page.say.money(card.capTiyn);
  return {
    ...(fields ? typedIn(fields) : knownOf(desk)),
    titleError: faults?.fields['title'],
    costError: faults?.fields['cost'],
    costHint: cap && page.say.t('review.admit.cap', { cap }),
  };
}

function typedIn(fields: FormFields) {
  const [titleKk, titleRu] = [fields.text('titleKk'), fields.text('titleRu')];
  return { titleKk, titleRu, cost: fields.text('cost') };
}

/** The author's title stands for the official one in the author's own language. */
function knownOf({ proposal, card }: Desk) {
  const { language, title, titleKk, titleRu } = proposal;
  const cost = card.checkedCostTiyn ?? card.costTiyn;
  return {
    titleKk: titleKk ?? (language === 'kk' ? title : ''),
    titleRu: titleRu ?? (language === 'ru' ? title : ''),
    cost: cost === null ? '' : formatTenge(cost),
  };
}
