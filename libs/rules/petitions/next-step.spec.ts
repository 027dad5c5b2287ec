import { describe, expect, it } from '@jest/globals';
import { nextStepOf } from './next-step.js';
import { PETITION_STATES, isFinalState } from './petition-lifecycle.js';

const days = { checkBy: '2026-12-01', lastDay: '2027-05-21', answerBy: '2026-12-18' };

describe('nextStepOf', () => {
  it.each([
    ['under-check', 'officer', '2026-12-01'],
    ['open', 'residents', '2027-05-21'],
    ['awaiting-answer', 'addressee', '2026-12-18'],
  ] as const)('in %s the %s must act by %s', (state, who, by) => {
    expect(nextStepOf(state, days)).toMatchObject({ who, by });
  });

  it('is nothing only where nothing more happens', () => {
    const idle = PETITION_STATES.filter((state) => nextStepOf(state, days).kind === 'nothing');
    expect(idle).toEqual(['answered', 'refused', 'withdrawn']);
    expect(idle.every(isFinalState)).toBe(true);
  });
});
