import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** States of a meeting; texts for people are `meetings.states.<code>`. */
export const MEETING_STATES = [
  'planned',
  'convened',
  'under-way',
  'held',
  'without-quorum',
  'cancelled',
] as const;

export type MeetingState = (typeof MEETING_STATES)[number];

export type MeetingAct = 'convene' | 'cancel' | 'open' | 'close' | 'record-no-quorum';

/**
 * The way of a meeting: planned, convened by a lawful notice, opened, held to its end. A meeting
 * that lacks its quorum, from the beginning or after people left, is recorded as such; a new one is
 * convened with a notice of its own.
 *
 * @law LSG arts. 39-1…39-3, redaction of 2026-07-01 (`law.md` §3)
 */
export const MEETING_LIFECYCLE: TransitionTable<MeetingState, MeetingAct> = {
  planned: { convene: 'convened', cancel: 'cancelled' },
  convened: { open: 'under-way', 'record-no-quorum': 'without-quorum', cancel: 'cancelled' },
  'under-way': { close: 'held', 'record-no-quorum': 'without-quorum' },
  held: {},
  'without-quorum': {},
  cancelled: {},
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `meeting.act_not_possible` with the acts that are possible instead
 * @example nextMeetingState('planned', 'convene') // → 'convened'
 */
export function nextMeetingState(state: MeetingState, act: MeetingAct): MeetingState {
  return nextStateIn(MEETING_LIFECYCLE, { state, act, refusal: 'meeting.act_not_possible' });
}

/** `possibleMeetingActs('under-way') // → ['close', 'record-no-quorum']` */
export function possibleMeetingActs(state: MeetingState): readonly MeetingAct[] {
  return actsIn(MEETING_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalMeetingState(state: MeetingState): boolean {
  return isFinalIn(MEETING_LIFECYCLE, state);
}

/** Are minutes kept of it? Of a meeting without a quorum too. */
export function hasMinutes(state: MeetingState): boolean {
  return state === 'under-way' || state === 'held' || state === 'without-quorum';
}
