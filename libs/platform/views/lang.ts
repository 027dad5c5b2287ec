/** The languages of the portal, the state language first. */
export const LANGS = ['kk', 'ru', 'en'] as const;

export type Lang = (typeof LANGS)[number];

/** `isLang('kk') // → true` */
export function isLang(text: unknown): text is Lang {
  return LANGS.some((lang) => lang === text);
}

/** The tag that Intl understands best: plain `en` writes American dates. */
export function localeOf(lang: Lang): string {
  return lang === 'en' ? 'en-GB' : lang;
}
