import type { UnitWordings } from '#features/assemblies/wordings/wording-row.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import type { Wording } from '#platform/views/wording.js';

/** Beginnings of decisions that come again and again; texts are `assemblyDesk.phrases.<name>`. */
export const PHRASES = [
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

type BothWordings = Readonly<Record<'kk' | 'ru', Wording>>;

/** A phrase of the catalogue in both languages. */
export function cataloguePhrase(name: (typeof PHRASES)[number], say: BothWordings): OfficialText {
  const key = `assemblyDesk.phrases.${name}`;
  return { kk: say.kk.t(key), ru: say.ru.t(key) };
}

/** The unit's own phrases, then those of the catalogue that it has not put away. */
export function presentPhrases(
  { kept, putAway }: UnitWordings,
  say: BothWordings & { readonly page: Wording },
) {
  const own = kept.filter(({ kind }) => kind === 'phrase').map(({ text }) => text);
  const common = PHRASES.filter((name) => !putAway.includes(name));
  return [...own, ...common.map((name) => cataloguePhrase(name, say))].map(({ kk, ru }) => ({
    text: say.page.official({ kk, ru }).text,
    kk,
    ru,
  }));
}
