import { describe, expect, it } from '@jest/globals';
import { fullYearsOn } from '#rules/kernel/civil-date.js';
import { birthDayKept } from './birth-day-kept.js';

const TODAY = '2026-11-22';

describe('The day of birth that is kept', () => {
  it.each([
    ['1996-11-23', '1996-11-23', 'a day before the thirtieth birthday'],
    ['1996-11-22', '1996-01-01', 'on the thirtieth birthday'],
    ['1996-11-21', '1996-01-01', 'a day after'],
    ['1927-11-23', '1927-01-01', 'a day before the ninety-ninth birthday'],
    ['1927-11-22', '1927-11-22', 'on the ninety-ninth birthday'],
    ['1910-05-05', '1910-05-05', 'of an impossible age'],
  ])('of %s is %s: %s', (bornOn, kept) => {
    expect(birthDayKept(bornOn, TODAY)).toBe(kept);
  });

  it('makes nobody older or younger by an age that the law asks for', () => {
    for (const bornOn of ['2010-11-22', '2008-11-23', '1996-12-31', '1990-06-30'])
      for (const age of [14, 16, 18, 20, 25])
        expect(fullYearsOn(birthDayKept(bornOn, TODAY), TODAY) >= age).toBe(
          fullYearsOn(bornOn, TODAY) >= age,
        );
  });
});
