import { describe, expect, it } from '@jest/globals';
import { statesReachableFrom } from '#rules/kernel/transition-table.js';
import {
  MEETING_LIFECYCLE,
  MEETING_STATES,
  type MeetingAct,
  type MeetingState,
  hasMinutes,
  isFinalMeetingState,
  nextMeetingState,
  possibleMeetingActs,
} from './meeting-lifecycle.js';

describe('the life of a meeting', () => {
  it('reaches every state, and only final ones lead nowhere', () => {
    const reached = [...statesReachableFrom(MEETING_LIFECYCLE, 'planned')];
    expect(reached.toSorted()).toEqual(MEETING_STATES.toSorted());
    const final = MEETING_STATES.filter(isFinalMeetingState);
    expect(final).toEqual(['held', 'without-quorum', 'cancelled']);
  });

  it.each<[readonly MeetingAct[], MeetingState]>([
    [['convene', 'open', 'close'], 'held'],
    [['convene', 'record-no-quorum'], 'without-quorum'],
    [['convene', 'open', 'record-no-quorum'], 'without-quorum'],
    [['convene', 'cancel'], 'cancelled'],
    [['cancel'], 'cancelled'],
  ])('%j → %s', (acts, state) => {
    expect(acts.reduce<MeetingState>(nextMeetingState, 'planned')).toBe(state);
  });

  it.each<[MeetingState, MeetingAct]>([
    ['planned', 'open'],
    ['under-way', 'cancel'],
    ['without-quorum', 'open'],
    ['held', 'record-no-quorum'],
  ])('in %s there is no %s', (state, act) => {
    expect(() => nextMeetingState(state, act)).toThrow(
      expect.objectContaining({
        code: 'meeting.act_not_possible',
        details: { state, act, possible: possibleMeetingActs(state) },
      }),
    );
  });

  it('keeps minutes of a meeting without a quorum too', () => {
    expect(MEETING_STATES.filter(hasMinutes)).toEqual(['under-way', 'held', 'without-quorum']);
  });
});
