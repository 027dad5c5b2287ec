import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** States of a session; texts for people are `sessions.states.<code>`. */
export const SESSION_STATES = ['convened', 'open', 'in-break', 'closed', 'cancelled'] as const;

export type SessionState = (typeof SESSION_STATES)[number];

export type SessionAct = 'open' | 'pause' | 'resume' | 'close' | 'cancel';

/** The way of a session: convened, opened, paused and resumed, closed; cancelled before it opens. */
export const SESSION_LIFECYCLE: TransitionTable<SessionState, SessionAct> = {
  convened: { open: 'open', cancel: 'cancelled' },
  open: { pause: 'in-break', close: 'closed' },
  'in-break': { resume: 'open', close: 'closed' },
  closed: {},
  cancelled: {},
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `maslikhat-session.act_not_possible`
 * @example nextSessionState('convened', 'open') // → 'open'
 */
export function nextSessionState(state: SessionState, act: SessionAct): SessionState {
  const refusal = 'maslikhat-session.act_not_possible';
  return nextStateIn(SESSION_LIFECYCLE, { state, act, refusal });
}

/** `possibleSessionActs('convened') // → ['open', 'cancel']` */
export function possibleSessionActs(state: SessionState): readonly SessionAct[] {
  return actsIn(SESSION_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalSessionState(state: SessionState): boolean {
  return isFinalIn(SESSION_LIFECYCLE, state);
}

/** May the session decide in this state? */
export function canDecide(state: SessionState): boolean {
  return state === 'open';
}
