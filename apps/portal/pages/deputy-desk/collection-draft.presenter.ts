import type { PetitionRow } from '#features/petitions/petitions/petition-row.js';
import { assessPetitionTexts } from '#rules/petitions/petition-draft.js';
import type { Wording } from '#platform/views/wording.js';
import { thresholdText } from '../petition-desk/petition-words.js';
import { addresseeOf } from '../petitions/addressee-words.js';
import { COLLECTION_QUESTIONS, stateOf, textFieldOf } from './collection-questions.js';

/** The task list of a draft. */
export function presentTasks(petition: PetitionRow, say: Wording) {
  const path = `/deputy-desk/collections/${petition.id}`;
  const isWhole = assessPetitionTexts(petition.texts).length === 0;
  return {
    title: say.official(petition.title).text || say.t('petitionDesk.untitled'),
    crumbs: [
      { text: say.t('deputyDesk.title'), path: '/deputy-desk' },
      { text: say.t('petitionDesk.draft') },
    ],
    addressee: addresseeOf(petition, say),
    threshold: petition.threshold && thresholdText(petition.threshold, say),
    tasks: [
      ...COLLECTION_QUESTIONS.map((name) => ({
        text: say.t(`petitionDesk.tasks.${name}`),
        path: `${path}/${name}`,
        state: stateOf(name, petition),
      })),
      {
        text: say.t('petitionDesk.tasks.check'),
        ...(isWhole ? { path: `${path}/check` } : {}),
        state: isWhole ? 'not-started' : 'cannot-start',
      },
    ],
    withdrawal: `${path}/withdrawal`,
  };
}

/** All answers in both languages, as people will read them, each with the way back. */
export function presentCheck(petition: PetitionRow, say: Wording) {
  const path = `/deputy-desk/collections/${petition.id}`;
  const missing = assessPetitionTexts(petition.texts);
  return {
    title: say.t('petitionDesk.check.title'),
    back: path,
    action: `${path}/check`,
    missing: missing.map(({ code, field = '', details = {} }) => ({
      text: `${say.t(`petitionDesk.tasks.${field}`)}: ${say.refusal(code, details)}`,
      path: `${path}/${field}`,
    })),
    rows: [
      {
        key: say.t('petitionDesk.tasks.addressee'),
        value: addresseeOf(petition, say),
        change: `${path}/addressee`,
      },
      {
        key: say.t('petitionDesk.threshold.title'),
        value: petition.threshold && thresholdText(petition.threshold, say),
      },
    ],
    texts: COLLECTION_QUESTIONS.flatMap((name) => {
      const field = textFieldOf(name);
      if (!field) return [];
      const { kk, ru } = petition.texts[field];
      return [{ heading: say.t(`petitionDesk.tasks.${name}`), kk, ru, path: `${path}/${name}` }];
    }),
  };
}
