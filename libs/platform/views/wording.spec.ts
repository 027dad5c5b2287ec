import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Catalogue, readCatalogue, throwOnMissing } from './catalogue.js';
import { type Lang } from './lang.js';
import { VIEWS_ROOT } from './views.js';
import { Wording } from './wording.js';

const catalogue = new Catalogue(
  readCatalogue(join(VIEWS_ROOT, 'libs/platform/views/catalogue')),
  throwOnMissing,
);
const say = (lang: Lang) => new Wording(catalogue, lang);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('deadlines in words', () => {
  it.each([
    ['kk', '2027-04-24', '5 күн қалды'],
    ['ru', '2027-04-24', 'осталось 5 дней'],
    ['ru', '2027-04-20', 'остался 1 день'],
    ['ru', '2027-04-21', 'осталось 2 дня'],
    ['en', '2027-04-20', '1 day left'],
    ['kk', '2027-04-19', 'бүгін соңғы күн'],
    ['kk', '2027-04-18', 'мерзімі 1 күн өтті'],
    ['ru', '2027-04-14', 'срок прошёл 5 дней назад'],
  ] as const)('%s, until %s: %s', (lang, until, expected) => {
    expect(say(lang).daysLeft(until, '2027-04-19')).toBe(expected);
  });

  it.each([
    ['kk', '2027 ж. 24 сәуір, 23:59 (Қазақстан уақыты, UTC+5)'],
    ['ru', '24 апреля 2027 г., 23:59 (время Казахстана, UTC+5)'],
    ['en', '24 April 2027, 23:59 (Kazakhstan time, UTC+5)'],
  ] as const)('an instant always names its zone in %s', (lang, expected) => {
    expect(plain(say(lang).dateTime(new Date('2027-04-24T18:59:00Z')))).toBe(expected);
  });
});

describe('official texts', () => {
  it('come in the language of the page, else in the first there is, with its name', () => {
    const title = { kk: 'Шешім', ru: 'Решение' };
    expect(say('ru').official(title)).toEqual({ text: 'Решение', lang: 'ru', translated: true });
    expect(say('en').official(title)).toEqual({ text: 'Шешім', lang: 'kk', translated: false });
    expect(say('kk').official({ ru: 'Решение', kk: '' }).lang).toBe('ru');
  });
});

describe('details of a refusal', () => {
  it('are written for people by their kind', () => {
    const spoken = say('ru').spoken({
      capTiyn: '6487500000',
      closedOn: '2027-04-24',
      closedAt: '2027-04-24T18:59:00Z',
      limit: 3,
      title: 'Абай, 12',
      faults: [{ code: 'x.y' }],
    });
    expect(Object.entries(spoken).map(([name, value]) => [name, plain(String(value))])).toEqual([
      ['capTiyn', '64 875 000 ₸'],
      ['closedOn', '24 апреля 2027 г.'],
      ['closedAt', '24 апреля 2027 г., 23:59 (время Казахстана, UTC+5)'],
      ['limit', '3'],
      ['title', 'Абай, 12'],
    ]);
  });
});
