import type { WorksState } from './works-lifecycle.js';

/** Phases of a project in the Open Contracting for Infrastructure Data Standard 0.9.5 (projectStatus). */
export type ProjectPhase =
  'identification' | 'preparation' | 'implementation' | 'completion' | 'maintenance' | 'cancelled';

/** What tells one phase from another. */
export interface PhaseFacts {
  readonly state: WorksState;
  /** Per cent done at the last visit. */
  readonly percent: number;
  /** Has a session adopted a budget with the project's money? */
  readonly hasBudget: boolean;
}

/**
 * The phase for other programs: identified when chosen, in preparation once its money is adopted,
 * in completion when finished and not yet accepted, in maintenance from its acceptance on.
 *
 * @example projectPhaseOf({ state: 'building', percent: 100, hasBudget: true }) // → 'completion'
 */
export function projectPhaseOf({ state, percent, hasBudget }: PhaseFacts): ProjectPhase {
  switch (state) {
    case 'planned':
    case 'postponed':
      return hasBudget ? 'preparation' : 'identification';
    case 'contracted':
    case 'building':
      return percent === 100 ? 'completion' : 'implementation';
    case 'accepted':
      return 'maintenance';
    case 'cancelled':
      return 'cancelled';
  }
}
