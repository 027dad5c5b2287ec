import { readFileSync } from 'node:fs';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words of one language. */
export interface Texts {
  readonly language: Language;
  readonly keys: readonly string[];
  /** `say('winners.none')`, with `{name}` in the text replaced by the value of that name. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

/** `--lang` wins, then the locale of the environment, then English. */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const after = argv.indexOf('--lang') + 1;
  const joined = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const asked = joined ?? (after > 0 ? argv[after] : locale.slice(0, 2));
  return LANGUAGES.find((language) => language === asked) ?? 'en';
}

export function textsIn(language: Language): Texts {
  const file = new URL(`./texts/${language}.json`, import.meta.url);
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  return {
    language,
    keys: Object.keys(entries),
    say: (key, values = {}) =>
      (entries[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
  };
}
