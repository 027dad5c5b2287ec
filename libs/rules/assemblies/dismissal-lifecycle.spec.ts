import { describe, expect, it } from '@jest/globals';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import {
  DISMISSAL_LIFECYCLE,
  DISMISSAL_STATES,
  type DismissalAct,
  type DismissalState,
  isFinalDismissalState,
  nextDismissalState,
  possibleDismissalActs,
} from './dismissal-lifecycle.js';

const TO_SESSION: readonly DismissalAct[] = ['start', 'submit-sheets', 'confirm-sheets'];

describe('the chain of a dismissal', () => {
  it('reaches every state, and only final ones lead nowhere', () => {
    const reached = [...statesReachableFrom(DISMISSAL_LIFECYCLE, 'raised')];
    expect(reached.toSorted()).toEqual(DISMISSAL_STATES.toSorted());
    const final = DISMISSAL_STATES.filter(isFinalDismissalState);
    expect(final).toEqual(['kept', 'dismissed', 'lapsed', 'not-adopted']);
  });

  it.each<[readonly DismissalAct[], DismissalState]>([
    [[...TO_SESSION, 'adopt', 'dismiss'], 'dismissed'],
    [[...TO_SESSION, 'adopt', 'keep'], 'kept'],
    [[...TO_SESSION, 'adopt-again', 'dismiss'], 'dismissed'],
    [[...TO_SESSION, 'reject'], 'not-adopted'],
    [['start', 'lapse'], 'lapsed'],
  ])('%j → %s', (acts, state) => {
    expect(acts.reduce<DismissalState>(nextDismissalState, 'raised')).toBe(state);
  });

  it.each<[DismissalState, DismissalAct]>([
    ['binding', 'keep'],
    ['signatures', 'adopt'],
    ['kept', 'dismiss'],
  ])('in %s there is no %s', (state, act) => {
    expect(() => nextDismissalState(state, act)).toThrow(
      expect.objectContaining({
        code: 'dismissal.act_not_possible',
        details: { state, act, possible: possibleDismissalActs(state) },
      }),
    );
  });
});
