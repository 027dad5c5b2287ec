import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { DismissalAct, DismissalState } from './dismissal-lifecycle.js';
import {
  isBinding,
  sessionBy,
  sheetsCheckBy,
  signaturesBy,
  superiorDecisionBy,
} from './dismissal-terms.js';

/** Who must act next on a dismissal, and by when. */
export interface DismissalStep {
  readonly who: 'deputies' | 'maslikhat' | 'superior-akim';
  /** Null where the law sets no term. */
  readonly by: CivilDate | null;
}

/**
 * The next step of a dismissal; null where nobody must act.
 *
 * @param since day on which the state was reached: the term of each state runs from it
 * @throws DomainError unavailable `calendar.year_unknown`
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 * @example dismissalStepOf('under-check', '2026-11-30') // → { who: 'maslikhat', by: '2026-12-07' }
 */
export function dismissalStepOf(state: DismissalState, since: CivilDate): DismissalStep | null {
  switch (state) {
    case 'raised':
      return { who: 'deputies', by: null };
    case 'signatures':
      return { who: 'deputies', by: signaturesBy(since) };
    case 'under-check':
      return { who: 'maslikhat', by: sheetsCheckBy(since) };
    case 'before-session':
      return { who: 'maslikhat', by: sessionBy(since) };
    case 'proposed':
    case 'binding':
      return { who: 'superior-akim', by: superiorDecisionBy(since) };
    default:
      return null;
  }
}

/**
 * The act by which the session's decision moves the chain.
 *
 * @param keptOn day on which the superior akim refused an earlier decision; null without one
 * @example sessionActOf({ adopted: true, on: '2027-02-28' }, '2026-08-31') // → 'adopt-again'
 */
export function sessionActOf(
  decision: { readonly adopted: boolean; readonly on: CivilDate },
  keptOn: CivilDate | null,
): Extract<DismissalAct, 'adopt' | 'adopt-again' | 'reject'> {
  if (!decision.adopted) return 'reject';
  return isBinding(decision.on, keptOn) ? 'adopt-again' : 'adopt';
}
