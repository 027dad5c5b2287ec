import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldText } from './fold-text.js';

describe('folding of a text to be looked for', () => {
  it.each([
    ['Көктөбе', 'Коктобе'],
    ['Көктөбе', 'Köktöbe'],
    ['Қарасу', 'Карасу'],
    ['Қарасу', 'Qarasu'],
    ['Қарасу', 'Karasu'],
    ['Жаңасу', 'Жанасу'],
    ['Жаңасу', 'Zhanasu'],
    ['Бұлақ', 'Булак'],
    ['Бұлақ', 'Bulaq'],
    ['Шоқай', 'Shoqai'],
    ['Ақжайлау', 'Aqzhailau'],
    ['Тасөткел', 'тасоткел'],
    ['Кенші', 'КЕНШИ'],
    ['Һәм', 'хам'],
    ['Ӛлем', 'Әлем'],
    ['Ёлка', 'елка'],
  ])('finds %s by %s', (name, typed) => expect(foldText(typed)).toBe(foldText(name)));

  it.each([
    ['Қарасу', 'Қарасай'],
    ['Арна', 'Орна'],
    ['Талды', 'Талап'],
  ])('keeps %s and %s apart', (one, other) => expect(foldText(one)).not.toBe(foldText(other)));

  it('leaves single spaces between words and nothing around them', () => {
    expect(foldText('  Абай  көш., 12-үй ')).toBe('абаи кош 12 уи');
    expect(foldText('«» — …')).toBe('');
  });

  it('says the same when folded twice and whatever the case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
