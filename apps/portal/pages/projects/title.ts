import { isLang, type Lang } from '#platform/views/lang.js';
import type { Wording } from '#platform/views/wording.js';

/** A title as its author wrote it, with official translations where there are any. */
export interface WrittenTitle {
  readonly language: string;
  readonly title: string;
  readonly titleKk: string | null;
  readonly titleRu: string | null;
}

/** The title in the reader's language, or the original with its language named. */
export function titleOf(
  { language, title, titleKk, titleRu }: WrittenTitle,
  say: Wording,
): { readonly text: string; readonly lang: Lang } {
  const official = { kk: titleKk, ru: titleRu, en: null }[say.lang];
  if (language === say.lang || !official) return { text: title, lang: langOf(language) };
  return { text: official, lang: say.lang };
}

export function langOf(language: string): Lang {
  return isLang(language) ? language : 'kk';
}
