import { describe, expect, it } from '@jest/globals';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import {
  MINUTES_LIFECYCLE,
  MINUTES_STATES,
  type MinutesAct,
  type MinutesState,
  isFinalMinutesState,
  isFrozen,
  isMinutesEditable,
  nextMinutesState,
  possibleMinutesActs,
} from './minutes-lifecycle.js';

describe('the life of minutes', () => {
  it('reaches every state, and only the published ones lead nowhere', () => {
    const reached = [...statesReachableFrom(MINUTES_LIFECYCLE, 'draft')];
    expect(reached.toSorted()).toEqual(MINUTES_STATES.toSorted());
    expect(MINUTES_STATES.filter(isFinalMinutesState)).toEqual(['published']);
  });

  it.each<[readonly MinutesAct[], MinutesState]>([
    [['submit', 'sign-as-chair', 'sign-as-secretary', 'send', 'publish'], 'published'],
    [['ask-for-remarks', 'revise', 'submit'], 'to-sign'],
    [['submit', 'sign-as-chair', 'revise'], 'draft'],
  ])('%j → %s', (acts, state) => {
    expect(acts.reduce<MinutesState>(nextMinutesState, 'draft')).toBe(state);
  });

  it.each<[MinutesState, MinutesAct]>([
    ['to-sign', 'sign-as-secretary'],
    ['signed', 'revise'],
    ['signed', 'publish'],
    ['published', 'revise'],
  ])('in %s there is no %s', (state, act) => {
    expect(() => nextMinutesState(state, act)).toThrow(
      expect.objectContaining({
        code: 'minutes.act_not_possible',
        details: { state, act, possible: possibleMinutesActs(state) },
      }),
    );
  });

  it('never comes back from both signatures', () => {
    for (const state of MINUTES_STATES.filter(isFrozen)) {
      const after = [...statesReachableFrom(MINUTES_LIFECYCLE, state)];
      expect(after.every(isFrozen)).toBe(true);
      expect(after.some(isMinutesEditable)).toBe(false);
    }
  });
});
