import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** States of minutes (протокол, хаттама); texts for people are `minutes.states.<code>`. */
export const MINUTES_STATES = [
  'draft',
  'under-remarks',
  'to-sign',
  'signed-by-chair',
  'signed',
  'sent',
  'published',
] as const;

export type MinutesState = (typeof MINUTES_STATES)[number];

export type MinutesAct =
  | 'ask-for-remarks'
  | 'submit'
  | 'revise'
  | 'sign-as-chair'
  | 'sign-as-secretary'
  | 'send'
  | 'publish';

/**
 * The way of minutes: drafted, shown to the members for remarks, checked, signed by the chair and
 * then by the secretary, sent to the akim, published. Until the second signature they go back to a
 * draft and lose the first; after it only numbered errata are possible.
 *
 * @law LSG art. 39-3(10), (14), redaction of 2026-07-01 (`law.md` §3)
 */
export const MINUTES_LIFECYCLE: TransitionTable<MinutesState, MinutesAct> = {
  draft: { 'ask-for-remarks': 'under-remarks', submit: 'to-sign' },
  'under-remarks': { revise: 'draft', submit: 'to-sign' },
  'to-sign': { revise: 'draft', 'sign-as-chair': 'signed-by-chair' },
  'signed-by-chair': { revise: 'draft', 'sign-as-secretary': 'signed' },
  signed: { send: 'sent' },
  sent: { publish: 'published' },
  published: {},
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `minutes.act_not_possible` with the acts that are possible instead
 * @example nextMinutesState('to-sign', 'sign-as-chair') // → 'signed-by-chair'
 */
export function nextMinutesState(state: MinutesState, act: MinutesAct): MinutesState {
  return nextStateIn(MINUTES_LIFECYCLE, { state, act, refusal: 'minutes.act_not_possible' });
}

/** `possibleMinutesActs('signed') // → ['send']` */
export function possibleMinutesActs(state: MinutesState): readonly MinutesAct[] {
  return actsIn(MINUTES_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalMinutesState(state: MinutesState): boolean {
  return isFinalIn(MINUTES_LIFECYCLE, state);
}

/** May the secretary still write? */
export function isMinutesEditable(state: MinutesState): boolean {
  return state === 'draft';
}

/** Have both signed: does nothing but an erratum change what people read? */
export function isFrozen(state: MinutesState): boolean {
  return state === 'signed' || state === 'sent' || state === 'published';
}
