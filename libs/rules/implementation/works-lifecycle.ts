import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** States of a project's works; texts for people are `works.states.<code>`. */
export const WORKS_STATES = [
  'planned',
  'contracted',
  'building',
  'accepted',
  'postponed',
  'cancelled',
] as const;

export type WorksState = (typeof WORKS_STATES)[number];

export type WorksAct = 'contract' | 'progress' | 'accept' | 'postpone' | 'resume' | 'cancel';

/** The way of works: planned, contracted, building, accepted with a warranty; postponed or cancelled. */
export const WORKS_LIFECYCLE: TransitionTable<WorksState, WorksAct> = {
  planned: { contract: 'contracted', postpone: 'postponed', cancel: 'cancelled' },
  contracted: { progress: 'building', postpone: 'postponed', cancel: 'cancelled' },
  building: {
    progress: 'building',
    accept: 'accepted',
    postpone: 'postponed',
    cancel: 'cancelled',
  },
  accepted: {},
  postponed: { resume: 'planned', cancel: 'cancelled' },
  cancelled: {},
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `works.act_not_possible` with the acts that are possible instead
 * @example nextWorksState('contracted', 'progress') // → 'building'
 */
export function nextWorksState(state: WorksState, act: WorksAct): WorksState {
  return nextStateIn(WORKS_LIFECYCLE, { state, act, refusal: 'works.act_not_possible' });
}

/** `possibleWorksActs('accepted') // → []` */
export function possibleWorksActs(state: WorksState): readonly WorksAct[] {
  return actsIn(WORKS_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalWorksState(state: WorksState): boolean {
  return isFinalIn(WORKS_LIFECYCLE, state);
}

/** Must the akimat report on the works every quarter? */
export function isReported(state: WorksState): boolean {
  return !isFinalWorksState(state);
}
