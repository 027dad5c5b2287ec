import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** States of a petition; texts for people are `petitions.states.<code>`. */
export const PETITION_STATES = [
  'draft',
  'under-check',
  'open',
  'awaiting-answer',
  'answered',
  'forwarded',
  'refused',
  'withdrawn',
] as const;

export type PetitionState = (typeof PETITION_STATES)[number];

/** Acts that move a petition; each is a record of its own, and the state only follows it. */
export type PetitionAct =
  'submit' | 'open' | 'refuse' | 'withdraw' | 'follow' | 'reach' | 'forward' | 'answer';

/**
 * The way of a petition.
 *
 * Drafted, it is submitted to the compliance check, which opens or refuses it; until then the deputy
 * may withdraw it. Open, it gathers signatures: at its threshold the addressee must answer; below it
 * at the window's end it is forwarded as an ordinary proposal. A statutory petition has been checked
 * on the state portal and is followed from its publication.
 *
 * @law APPC arts. 90-2…90-6
 */
export const PETITION_LIFECYCLE: TransitionTable<PetitionState, PetitionAct> = {
  draft: { submit: 'under-check', withdraw: 'withdrawn', follow: 'open' },
  'under-check': { open: 'open', refuse: 'refused', withdraw: 'withdrawn' },
  open: { reach: 'awaiting-answer', forward: 'forwarded' },
  'awaiting-answer': { answer: 'answered' },
  answered: {},
  forwarded: {},
  refused: {},
  withdrawn: {},
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `petition.act_not_possible` with the acts that are possible instead
 * @example nextState('under-check', 'open') // → 'open'
 */
export function nextState(state: PetitionState, act: PetitionAct): PetitionState {
  return nextStateIn(PETITION_LIFECYCLE, { state, act, refusal: 'petition.act_not_possible' });
}

/** Acts possible in a state: `possibleActs('open') // → ['reach', 'forward']` */
export function possibleActs(state: PetitionState): readonly PetitionAct[] {
  return actsIn(PETITION_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalState(state: PetitionState): boolean {
  return isFinalIn(PETITION_LIFECYCLE, state);
}

/** May the deputy still change the text? What has been submitted is fixed by its digest. */
export function isEditable(state: PetitionState): boolean {
  return state === 'draft';
}

/** May everybody read it? Refused ones stay public with their reasons. */
export function isPublic(state: PetitionState): boolean {
  return state !== 'draft' && state !== 'under-check' && state !== 'withdrawn';
}

/** Is it published and not yet decided: does it bar another one on the same subject? */
export function isOnPublicView(state: PetitionState): boolean {
  return state === 'open' || state === 'awaiting-answer';
}

/** May people sign in this state? Also past the threshold, until the window ends. */
export function takesSignatures(state: PetitionState): boolean {
  return isOnPublicView(state);
}
