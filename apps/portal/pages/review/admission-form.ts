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
export function admissionModel({ page, proposal, card }: Desk, { fields, faults }: SentForm) {
  const { language, title } = proposal;
  const cost = card.estimate?.costTiyn ?? card.checkedCostTiyn ?? card.costTiyn;
  const own = (lang: string) => (language === lang ? title : '');
  return {
    titleKk: fields?.text('titleKk') ?? proposal.titleKk ?? own('kk'),
    titleRu: fields?.text('titleRu') ?? proposal.titleRu ?? own('ru'),
    titleError: faults?.fields['title'],
    cost: fields?.text('cost') ?? (cost === null ? '' : formatTenge(cost)),
    costError: faults?.fields['cost'],
    costHint:
      card.capTiyn === null
        ? null
        : page.say.t('review.admit.cap', { cap: page.say.money(card.capTiyn) }),
  };
}
