import { describe, expect, it } from '@jest/globals';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import {
  PETITION_LIFECYCLE,
  PETITION_STATES,
  type PetitionAct,
  type PetitionState,
  isEditable,
  isFinalState,
  isPublic,
  nextState,
  possibleActs,
  takesSignatures,
} from './petition-lifecycle.js';

function walk(acts: readonly PetitionAct[]): PetitionState {
  return acts.reduce<PetitionState>(nextState, 'draft');
}

describe('the life of a petition', () => {
  it('reaches every state, and only final ones lead nowhere', () => {
    expect([...statesReachableFrom(PETITION_LIFECYCLE, 'draft')].toSorted()).toEqual(
      PETITION_STATES.toSorted(),
    );
    expect(PETITION_STATES.filter(isFinalState)).toEqual([
      'answered',
      'forwarded',
      'refused',
      'withdrawn',
    ]);
  });

  it.each<[readonly PetitionAct[], PetitionState]>([
    [['submit', 'open', 'reach', 'answer'], 'answered'],
    [['submit', 'open', 'forward'], 'forwarded'],
    [['submit', 'refuse'], 'refused'],
    [['submit', 'withdraw'], 'withdrawn'],
    [['withdraw'], 'withdrawn'],
    [['follow', 'reach', 'answer'], 'answered'],
  ])('%j → %s', (acts, state) => {
    expect(walk(acts)).toBe(state);
  });

  it.each<[PetitionState, PetitionAct]>([
    ['open', 'withdraw'],
    ['awaiting-answer', 'forward'],
    ['awaiting-answer', 'reach'],
    ['open', 'answer'],
    ['draft', 'open'],
    ['refused', 'submit'],
  ])('in %s there is no %s', (state, act) => {
    expect(() => nextState(state, act)).toThrow(
      expect.objectContaining({
        code: 'petition.act_not_possible',
        details: expect.objectContaining({ possible: possibleActs(state) }),
      }),
    );
  });

  it('tells what people may do and read', () => {
    expect(PETITION_STATES.filter(isEditable)).toEqual(['draft']);
    expect(PETITION_STATES.filter(takesSignatures)).toEqual(['open', 'awaiting-answer']);
    expect(PETITION_STATES.filter(isPublic)).toEqual([
      'open',
      'awaiting-answer',
      'answered',
      'forwarded',
      'refused',
    ]);
  });
});
