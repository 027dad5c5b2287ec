import { describe, expect, it } from '@jest/globals';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import {
  AKIM_ANSWER_LIFECYCLE,
  AKIM_ANSWER_STATES,
  type AkimAnswerAct,
  type AkimAnswerState,
  isApproved,
  isFinalAkimAnswerState,
  nextAkimAnswerState,
  possibleAkimAnswerActs,
} from './akim-answer-lifecycle.js';

describe('a decision before the akim', () => {
  it('reaches every state, and only final ones lead nowhere', () => {
    const reached = [...statesReachableFrom(AKIM_ANSWER_LIFECYCLE, 'awaited')];
    expect(reached.toSorted()).toEqual(AKIM_ANSWER_STATES.toSorted());
    const final = AKIM_ANSWER_STATES.filter(isFinalAkimAnswerState);
    expect(final).toEqual(['yielded', 'set-aside', 'executed']);
  });

  it.each<[readonly AkimAnswerAct[], AkimAnswerState]>([
    [['agree', 'execute'], 'executed'],
    [['agree', 'record-not-executed', 'execute'], 'executed'],
    [['object', 'yield'], 'yielded'],
    [['object', 'agree'], 'agreed'],
    [['object', 'insist', 'discuss', 'confirm', 'execute'], 'executed'],
    [['object', 'insist', 'discuss', 'set-aside'], 'set-aside'],
  ])('%j → %s', (acts, state) => {
    expect(acts.reduce<AkimAnswerState>(nextAkimAnswerState, 'awaited')).toBe(state);
  });

  it.each<[AkimAnswerState, AkimAnswerAct]>([
    ['objected', 'confirm'],
    ['insisted', 'confirm'],
    ['agreed', 'object'],
    ['set-aside', 'execute'],
    ['awaited', 'execute'],
  ])('in %s there is no %s', (state, act) => {
    expect(() => nextAkimAnswerState(state, act)).toThrow(
      expect.objectContaining({
        code: 'akim-answer.act_not_possible',
        details: { state, act, possible: possibleAkimAnswerActs(state) },
      }),
    );
  });

  it('lets only approved decisions be executed', () => {
    const approved = AKIM_ANSWER_STATES.filter(isApproved);
    expect(approved).toEqual(['agreed', 'confirmed', 'executed', 'not-executed']);
    for (const state of AKIM_ANSWER_STATES) {
      if (possibleAkimAnswerActs(state).includes('execute')) expect(isApproved(state)).toBe(true);
    }
  });
});
