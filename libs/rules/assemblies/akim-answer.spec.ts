import { describe, expect, it } from '@jest/globals';
import { type AkimAnswer, assessAkimAnswer } from './akim-answer.js';

const minutes = { handedOn: '2026-11-20', decided: [1, 2], today: '2026-11-27' };
const blank = { kk: '', ru: '' };
const answer: AkimAnswer = {
  answeredOn: '2026-11-25',
  items: [
    { item: 1, kind: 'agreed', reasons: blank },
    { item: 2, kind: 'objection', reasons: { kk: 'Қаржы жоқ', ru: 'Нет средств' } },
  ],
};
const codes = (change: Partial<AkimAnswer>) =>
  assessAkimAnswer({ ...answer, ...change }, minutes).map(({ code }) => code);

describe('assessAkimAnswer', () => {
  it.each([
    ['2026-11-19', ['akim-answer.impossible_day']],
    ['2026-11-20', []],
    ['2026-11-27', []],
    ['2026-11-28', ['akim-answer.impossible_day']],
  ])('given on %s: %j', (answeredOn, expected) => {
    expect(codes({ answeredOn })).toEqual(expected);
  });

  it('takes one answer for each decision, objections with reasons', () => {
    const [first, second] = answer.items;
    const objection = { ...second!, reasons: { kk: 'Қаржы жоқ', ru: '' } };
    const stray = { ...first!, item: 3 };
    const items = [objection, objection, stray];
    expect(assessAkimAnswer({ ...answer, items }, minutes)).toEqual([
      { code: 'akim-answer.item_missing', field: 'items', details: { numbers: [1] } },
      { code: 'akim-answer.item_unknown', field: 'items', details: { numbers: [3] } },
      { code: 'akim-answer.item_twice', field: 'items' },
      ...[2, 2].map((number) => ({
        code: 'akim-answer.reasons_missing',
        field: 'items',
        details: { number, languages: ['ru'] },
      })),
    ]);
  });
});
