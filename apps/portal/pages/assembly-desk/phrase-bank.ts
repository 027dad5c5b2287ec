import type { Wording } from '#platform/views/wording.js';

/** Beginnings of decisions that come again and again; texts are `assemblyDesk.phrases.<name>`. */
const PHRASES = [
  'agree',
  'agreeWithChanges',
  'takeNote',
  'approveReport',
  'refuseReport',
  'rankProjects',
  'proposeToAkim',
  'proposeToMaslikhat',
  'create',
  'postpone',
] as const;

/** Each phrase in both languages at once, under the words of the page's language. */
export function presentPhrases(say: Readonly<Record<'page' | 'kk' | 'ru', Wording>>) {
  return PHRASES.map((name) => ({
    text: say.page.t(`assemblyDesk.phrases.${name}`),
    kk: say.kk.t(`assemblyDesk.phrases.${name}`),
    ru: say.ru.t(`assemblyDesk.phrases.${name}`),
  }));
}
