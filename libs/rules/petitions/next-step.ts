import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { PetitionState } from './petition-lifecycle.js';

/** What must happen next; texts for people are `petitions.next.<code>`. */
export type NextStepKind =
  | 'deputy-submits'
  | 'officer-checks'
  | 'people-sign'
  | 'addressee-answers'
  | 'addressee-replies-to-proposal'
  | 'nothing';

/** Who must do what by when. */
export interface NextStep {
  readonly kind: NextStepKind;
  readonly who: 'deputy' | 'officer' | 'residents' | 'addressee' | null;
  /** Last day, where the law or the window sets one. */
  readonly by: CivilDate | null;
}

/** Stored deadlines of a petition, as far as they are known. */
export interface PetitionDays {
  readonly checkBy: CivilDate | null;
  /** Last day for joining. */
  readonly lastDay: CivilDate | null;
  readonly answerBy: CivilDate | null;
}

/**
 * The step that a petition waits for.
 *
 * @example nextStepOf('awaiting-answer', { answerBy: '2026-12-18', … })
 * // → { kind: 'addressee-answers', who: 'addressee', by: '2026-12-18' }
 */
export function nextStepOf(state: PetitionState, days: PetitionDays): NextStep {
  switch (state) {
    case 'draft':
      return { kind: 'deputy-submits', who: 'deputy', by: null };
    case 'under-check':
      return { kind: 'officer-checks', who: 'officer', by: days.checkBy };
    case 'open':
      return { kind: 'people-sign', who: 'residents', by: days.lastDay };
    case 'awaiting-answer':
      return { kind: 'addressee-answers', who: 'addressee', by: days.answerBy };
    case 'forwarded':
      return { kind: 'addressee-replies-to-proposal', who: 'addressee', by: null };
    default:
      return { kind: 'nothing', who: null, by: null };
  }
}
