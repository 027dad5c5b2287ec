import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** Where the dismissal of an akim stands; texts for people are `dismissals.states.<code>`. */
export const DISMISSAL_STATES = [
  'raised',
  'signatures',
  'under-check',
  'before-session',
  'proposed',
  'binding',
  'kept',
  'dismissed',
  'lapsed',
  'not-adopted',
] as const;

export type DismissalState = (typeof DISMISSAL_STATES)[number];

export type DismissalAct =
  | 'start'
  | 'submit-sheets'
  | 'confirm-sheets'
  | 'lapse'
  | 'adopt'
  | 'adopt-again'
  | 'reject'
  | 'dismiss'
  | 'keep';

/**
 * The chain of a dismissal: a ground, a fifth of the deputies, signature sheets, their check, the
 * session, the superior akim. A repeated decision binds the superior akim, who may then only
 * dismiss; the repetition itself is a new chain.
 *
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 */
export const DISMISSAL_LIFECYCLE: TransitionTable<DismissalState, DismissalAct> = {
  raised: { start: 'signatures', lapse: 'lapsed' },
  signatures: { 'submit-sheets': 'under-check', lapse: 'lapsed' },
  'under-check': { 'confirm-sheets': 'before-session', lapse: 'lapsed' },
  'before-session': { adopt: 'proposed', 'adopt-again': 'binding', reject: 'not-adopted' },
  proposed: { dismiss: 'dismissed', keep: 'kept' },
  binding: { dismiss: 'dismissed' },
  kept: {},
  dismissed: {},
  lapsed: {},
  'not-adopted': {},
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `dismissal.act_not_possible` with the acts that are possible instead
 * @example nextDismissalState('binding', 'dismiss') // → 'dismissed'
 */
export function nextDismissalState(state: DismissalState, act: DismissalAct): DismissalState {
  return nextStateIn(DISMISSAL_LIFECYCLE, { state, act, refusal: 'dismissal.act_not_possible' });
}

/** `possibleDismissalActs('proposed') // → ['dismiss', 'keep']` */
export function possibleDismissalActs(state: DismissalState): readonly DismissalAct[] {
  return actsIn(DISMISSAL_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalDismissalState(state: DismissalState): boolean {
  return isFinalIn(DISMISSAL_LIFECYCLE, state);
}
