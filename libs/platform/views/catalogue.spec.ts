import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Catalogue, readCatalogue, type Text, type Texts, throwOnMissing } from './catalogue.js';
import { type Lang, LANGS } from './lang.js';
import { VIEWS_ROOT } from './views.js';

const texts = readCatalogue(join(VIEWS_ROOT, 'libs/platform/views/catalogue'));
const others = ['ru', 'en'] as const;

describe('the texts of the portal', () => {
  it.each(others)('are the same keys in Kazakh and in %s', (lang) => {
    expect(missing(texts.kk, texts[lang])).toEqual([]);
    expect(missing(texts[lang], texts.kk)).toEqual([]);
  });

  it.each(others)('take the same values in Kazakh and in %s', (lang) => {
    const different = [...texts.kk].filter(
      ([key, text]) => placeholders(text) !== placeholders(texts[lang].get(key) ?? ''),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it.each(LANGS)('are never empty and have no stray blanks in %s', (lang) => {
    const faulty = all(lang).filter(([, text]) => text === '' || text !== text.trim());
    expect(faulty).toEqual([]);
  });

  it('are Kazakh in every Kazakh file', () => {
    const files = [...new Set(all('kk').map(([key]) => fileOf(key)))];
    const kazakh = new Set(
      all('kk')
        .filter(([, text]) => /[әғқңөұүһі]/i.test(text))
        .map(([key]) => fileOf(key)),
    );
    expect(files.filter((file) => !kazakh.has(file))).toEqual([]);
  });

  it('are not Russian sentences left in the Kazakh files', () => {
    const same = all('kk').filter(([key, text]) => text.length > 24 && text === texts.ru.get(key));
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('have every plural form that the language counts with', () => {
    const rules = new Intl.PluralRules('ru').resolvedOptions().pluralCategories;
    const short = [...texts.ru].filter(
      ([, text]) => typeof text !== 'string' && rules.some((form) => !(form in text)),
    );
    expect(short.map(([key]) => key)).toEqual([]);
  });
});

describe('Catalogue', () => {
  const days: Text = {
    one: '{count} день',
    few: '{count} дня',
    many: '{count} дней',
    other: '{count} дня',
  };
  const small = new Catalogue(
    three(
      new Map<string, Text>([
        ['days', days],
        ['hello', 'Hi, {name}'],
      ]),
    ),
    throwOnMissing,
  );

  it.each([
    [1, '1 день'],
    [3, '3 дня'],
    [5, '5 дней'],
    [21, '21 день'],
    [1105, '1\u00a0105 дней'],
  ])('counts %d in Russian', (count, expected) => {
    expect(small.text('ru', 'days', { count })).toBe(expected);
  });

  it('ends a sentence once', () => {
    const texts = new Map<string, Text>([['term', 'Срок: {day}. Потом {next}. Ждём {day}...']]);
    const one = new Catalogue(three(texts), throwOnMissing);
    expect(one.text('ru', 'term', { day: '9 декабря 2026 г.', next: 'ответ' })).toBe(
      'Срок: 9 декабря 2026 г. Потом ответ. Ждём 9 декабря 2026 г....',
    );
  });

  it('says what is missing', () => {
    expect(() => small.text('kk', 'nothing')).toThrow('Missing text kk:nothing');
    expect(() => small.text('kk', 'hello')).toThrow('Missing value {name} for text kk:hello');
  });

  it('shows the key to people rather than nothing, and tells the log', () => {
    const log: string[] = [];
    const lenient = new Catalogue(three(new Map()), (what) => log.push(what));
    expect(lenient.text('kk', 'rounds.title')).toBe('rounds.title');
    expect(log).toEqual(['text kk:rounds.title']);
  });
});

function missing(from: Texts, into: Texts): string[] {
  return [...from.keys()].filter((key) => !into.has(key));
}

function forms(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

function placeholders(text: Text): string {
  const names = forms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []);
  return [...new Set(names)].sort().join();
}

function all(lang: Lang): [string, string][] {
  return [...texts[lang]].flatMap(([key, text]) =>
    forms(text).map((form): [string, string] => [key, form]),
  );
}

function fileOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

function three(map: Texts): Record<Lang, Texts> {
  return { kk: map, ru: map, en: map };
}
