import { describe, expect, it } from '@jest/globals';
import { AKIM_ANSWER_STATES, isFinalAkimAnswerState } from './akim-answer-lifecycle.js';
import { answerBy, answerStepOf, superiorBy } from './akim-answer-terms.js';

const days = { handedOn: '2026-11-20', discussedOn: '2026-12-11' };

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
