import { describe, expect, it } from '@jest/globals';
import { newHandoverCode, parseHandoverCode } from './handover-code.js';

describe('the code that moves a draft to another device', () => {
  it('is read back as it was given', () => {
    for (let n = 0; n < 50; n += 1) {
      const code = newHandoverCode();
      expect(parseHandoverCode(code)).toBe(code);
    }
  });

  it.each([
    ['small letters, blanks and dashes', ' kqwe-ab ', 'KQWEAB'],
    ['Cyrillic look-alikes', 'КМТХАВ', 'KMTXAB'],
    ['five letters', 'KQWEA', null],
    ['seven letters', 'KQWEABC', null],
    ['a digit', 'KQWEA2', null],
    ['a letter that is mixed up with a digit', 'KQWEAO', null],
    ['nothing', '', null],
  ])('forgives or refuses: %s', (_, typed, expected) => {
    expect(parseHandoverCode(typed)).toBe(expected);
  });
});
