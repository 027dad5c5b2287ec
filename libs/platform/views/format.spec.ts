import { describe, expect, it } from '@jest/globals';
import { tenge } from '#rules/kernel/money.js';
import * as format from './format.js';
import type { Lang } from './lang.js';

const instant = new Date('2027-04-24T18:59:00Z');

/** Intl writes no-break spaces; the tables are typed with ordinary ones. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

type Row = readonly [Lang, string, string];

function check(name: string, rows: readonly Row[], write: (input: string, lang: Lang) => string) {
  it.each(rows)(`${name} %s %s → %s`, (lang, input, expected) => {
    expect(plain(write(input, lang))).toBe(expected);
  });
}

describe('sums', () => {
  check(
    'exact',
    [
      ['kk', '120000000', '120 000 000 ₸'],
      ['ru', '120000000', '120 000 000 ₸'],
      ['en', '120000000', '₸120,000,000'],
      ['kk', '0', '0 ₸'],
    ],
    (input, lang) => format.formatMoney(tenge(BigInt(input)), lang),
  );

  check(
    'with tiyn',
    [
      ['kk', '3850000050', '38 500 000,50 ₸'],
      ['en', '3850000050', '₸38,500,000.50'],
      ['ru', '-1', '-0,01 ₸'],
    ],
    (input, lang) => format.formatMoney(BigInt(input), lang),
  );

  check(
    'short',
    [
      ['kk', '999999', '999 999 ₸'],
      ['kk', '1000000', '1 млн ₸'],
      ['kk', '1000001', '1 млн ₸'],
      ['ru', '12449999', '12,4 млн ₸'],
      ['ru', '38500000', '38,5 млн ₸'],
      ['en', '120000000', '₸120m'],
      ['kk', '1234567890', '1,2 млрд ₸'],
      ['ru', '-35000000', '-35 млн ₸'],
    ],
    (input, lang) => format.formatMoneyShort(tenge(BigInt(input)), lang),
  );

  it('stays exact beyond the safe integers', () => {
    expect(plain(format.formatMoney(900719925474099301n, 'kk'))).toBe('9 007 199 254 740 993,01 ₸');
  });
});

describe('days and instants', () => {
  check(
    'day',
    [
      ['kk', '2026-11-21', '2026 ж. 21 қараша'],
      ['ru', '2026-11-21', '21 ноября 2026 г.'],
      ['en', '2026-11-21', '21 November 2026'],
      ['kk', '2024-02-29', '2024 ж. 29 ақпан'],
    ],
    (input, lang) => format.formatDate(input, lang),
  );

  it('refuses a day that does not exist', () => {
    expect(() => format.formatDate('2027-02-29', 'kk')).toThrow(RangeError);
  });

  check(
    'instant in Kazakhstan',
    [
      ['kk', '2027-04-24T18:59:00Z', '2027 ж. 24 сәуір'],
      ['kk', '2027-04-24T19:00:00Z', '2027 ж. 25 сәуір'],
      ['ru', '2026-12-31T19:00:00Z', '1 января 2027 г.'],
    ],
    (input, lang) => format.formatDate(new Date(input), lang),
  );

  it('writes the hour and the zone of that day', () => {
    expect(format.formatTime(instant, 'kk')).toBe('23:59');
    expect(format.offsetAt(instant)).toBe('UTC+5');
    expect(format.offsetAt(new Date('2024-02-29T17:59:00Z'))).toBe('UTC+6');
    expect(format.offsetAt(new Date('2024-03-01T00:00:00Z'))).toBe('UTC+5');
  });

  it('writes midnight as 00:00', () => {
    expect(format.formatTime(new Date('2027-04-24T19:00:00Z'), 'en')).toBe('00:00');
  });

  it('names the day of the week', () => {
    expect(format.formatWeekday('2026-11-21', 'kk')).toBe('2026 ж. 21 қараша, сенбі');
  });
});

describe('numbers and shares', () => {
  it('groups thousands', () => {
    expect(plain(format.formatNumber(2761, 'kk'))).toBe('2 761');
    expect(plain(format.formatNumber(2761n, 'ru'))).toBe('2 761');
    expect(format.formatNumber(2761, 'en')).toBe('2,761');
  });

  it.each([
    [0, 41, '0 %'],
    [2, 41, '4,9 %'],
    [4099, 41000, '10 %'],
    [12, 41, '29 %'],
    [1, 0, '0 %'],
  ])('share of %d in %d is %s', (part, whole, expected) => {
    expect(plain(format.formatPercent(part, whole, 'ru'))).toBe(expected);
  });

  it('lists words in each language', () => {
    expect(format.formatList(['а', 'ә', 'б'], 'ru')).toBe('а, ә и б');
    expect(format.formatList(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  });
});
