import { describe, expect, it } from '@jest/globals';
import { AKIM_ANSWER_STATES, isFinalAkimAnswerState } from './akim-answer-lifecycle.js';
import {
  type AkimAnswer,
  answerBy,
  answerStepOf,
  assessAkimAnswer,
  superiorBy,
} from './akim-answer.js';

const days = { handedOn: '2026-11-20', discussedOn: '2026-12-11' };
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

describe('the terms of an answer', () => {
  // Worked by hand: five working days; 16 December is a holiday.
  it.each([
    ['2026-11-20', '2026-11-27'],
    ['2026-12-11', '2026-12-21'],
  ])('handed over or discussed on %s, due on %s', (from, by) => {
    expect(answerBy(from, [])).toBe(by);
    expect(superiorBy(from, [])).toBe(by);
  });

  it.each([
    ['awaited', { who: 'akim', by: '2026-11-27' }],
    ['objected', { who: 'community', by: null }],
    ['insisted', { who: 'maslikhat', by: null }],
    ['discussed', { who: 'superior-akim', by: '2026-12-21' }],
    ['agreed', { who: 'akim', by: null }],
  ] as const)('in %s: %j', (state, step) => {
    expect(answerStepOf(state, days, [])).toEqual(step);
  });

  it('leaves nothing to do exactly where nothing more happens', () => {
    const idle = AKIM_ANSWER_STATES.filter((state) => answerStepOf(state, days, []) === null);
    expect(idle).toEqual(AKIM_ANSWER_STATES.filter(isFinalAkimAnswerState));
  });
});

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
