import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { formatNumber } from './format.js';
import { type Lang, LANGS, localeOf } from './lang.js';

/** A text that depends on `count`; `other` is always there. */
export type PluralText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};
export type Text = string | PluralText;
export type TextParams = Readonly<Record<string, string | number | bigint | undefined>>;
export type Texts = ReadonlyMap<string, Text>;

/** What happens when a text or a value for its placeholder is not there. */
export type OnMissing = (what: string) => void;

const PLURAL_FORMS = new Set<string>(['zero', 'one', 'two', 'few', 'many', 'other']);

/** The texts of the portal: one folder a language, one file a wing; the file's name begins the key. */
export class Catalogue {
  constructor(
    private readonly texts: Readonly<Record<Lang, Texts>>,
    private readonly onMissing: OnMissing,
  ) {}

  /** Is there such a text? The language does not matter: a test keeps the three equal. */
  has(key: string): boolean {
    return this.texts.kk.has(key);
  }

  /**
   * The text with its placeholders filled; numbers are written in the language.
   *
   * @example catalogue.text('kk', 'common.daysLeft', { count: 5 }) // → '5 күн қалды'
   */
  text(lang: Lang, key: string, params: TextParams = {}): string {
    const text = this.texts[lang].get(key);
    if (text === undefined) {
      this.onMissing(`text ${lang}:${key}`);
      return key;
    }
    return fill(chooseForm(text, lang, params), params, (name, value) => {
      if (value === undefined) this.onMissing(`value {${name}} for text ${lang}:${key}`);
      return typeof value === 'string' ? value : formatNumber(value ?? 0, lang);
    });
  }
}

/** Reads all texts of all languages, once, at start. */
export function readCatalogue(folder: string): Record<Lang, Texts> {
  const read = (lang: Lang) => readLanguage(join(folder, lang));
  return Object.fromEntries(LANGS.map((lang) => [lang, read(lang)])) as Record<Lang, Texts>;
}

/** Stops the page: for development and tests. */
export function throwOnMissing(what: string): void {
  throw new Error(`Missing ${what}`);
}

/** Is this the object of plural forms, not a group of texts? */
export function isPluralText(value: object): value is PluralText {
  return 'other' in value && Object.keys(value).every((key) => PLURAL_FORMS.has(key));
}

function readLanguage(folder: string): Texts {
  const texts = new Map<string, Text>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    flattenInto(texts, wingOf(file), content);
  }
  return texts;
}

/** `legal-keys.json` holds the texts `legalKeys.…`. */
function wingOf(file: string): string {
  return basename(file, '.json').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function flattenInto(texts: Map<string, Text>, key: string, value: unknown): void {
  if (typeof value === 'string') {
    if (texts.has(key)) throw new Error(`The text ${key} is given twice`);
    texts.set(key, value);
  } else if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`The text ${key} is neither a text nor a group of texts`);
  } else if (isPluralText(value)) {
    texts.set(key, value);
  } else {
    for (const [name, inner] of Object.entries(value)) flattenInto(texts, `${key}.${name}`, inner);
  }
}

const pluralRules = Object.fromEntries(
  LANGS.map((lang) => [lang, new Intl.PluralRules(localeOf(lang))]),
) as Record<Lang, Intl.PluralRules>;

function chooseForm(text: Text, lang: Lang, params: TextParams): string {
  if (typeof text === 'string') return text;
  return text[pluralRules[lang].select(Number(params['count'] ?? 0))] ?? text.other;
}

type Write = (name: string, value: TextParams[string]) => string;

/** A value that ends with an abbreviation («2026 г.») brings the sentence's own full stop along. */
function fill(text: string, params: TextParams, write: Write): string {
  return text.replaceAll(/\{(\w+)\}(\.(?!\.))?/g, (_, name: string, stop = '') => {
    const written = write(name, params[name]);
    return written.endsWith('.') ? written : written + stop;
  });
}
