import { deadlineOf } from '#rules/calendar/deadline.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import type { AkimAnswerState } from './akim-answer-lifecycle.js';

/** Who must act next on a decision, and by when. */
export interface AkimAnswerStep {
  readonly who: 'akim' | 'community' | 'maslikhat' | 'superior-akim';
  /** Null where the law sets no term. */
  readonly by: CivilDate | null;
}

/** Days that the terms run from. */
export interface AkimAnswerDays {
  readonly handedOn: CivilDate;
  /** Day of the maslikhat's discussion. */
  readonly discussedOn: CivilDate | null;
}

/**
 * Last day for the akim to consider the decisions and to tell the members.
 *
 * @law LSG art. 39-3(12); the term by the model regulation, not read (`law.md` §3)
 * @example answerBy('2026-11-20', []) // → '2026-11-27'
 */
export function answerBy(handedOn: CivilDate, overrides: readonly LocalOverride[]): CivilDate {
  const { value } = valueForTerritoryOn('akim-answer.working-days', handedOn, overrides);
  return deadlineOf(handedOn, { kind: 'working-days', count: value });
}

/**
 * Last day for the superior akim after the maslikhat's discussion.
 *
 * @law LSG art. 39-3(11); the term by the model regulation, not read (`law.md` §3)
 */
export function superiorBy(discussedOn: CivilDate, overrides: readonly LocalOverride[]): CivilDate {
  const key = 'akim-answer.superior-working-days';
  const { value } = valueForTerritoryOn(key, discussedOn, overrides);
  return deadlineOf(discussedOn, { kind: 'working-days', count: value });
}

/**
 * The next step of a decision; null where nobody must act.
 *
 * @law LSG art. 39-3(11)–(13), redaction of 2026-07-01 (`law.md` §3)
 * @example answerStepOf('objected', days, []) // → { who: 'community', by: null }
 */
export function answerStepOf(
  state: AkimAnswerState,
  days: AkimAnswerDays,
  overrides: readonly LocalOverride[],
): AkimAnswerStep | null {
  switch (state) {
    case 'awaited':
      return { who: 'akim', by: answerBy(days.handedOn, overrides) };
    case 'objected':
      return { who: 'community', by: null };
    case 'insisted':
      return { who: 'maslikhat', by: null };
    case 'discussed':
      return { who: 'superior-akim', by: superiorDay(days.discussedOn, overrides) };
    case 'agreed':
    case 'confirmed':
    case 'not-executed':
      return { who: 'akim', by: null };
    default:
      return null;
  }
}

function superiorDay(
  discussedOn: CivilDate | null,
  overrides: readonly LocalOverride[],
): CivilDate | null {
  return discussedOn === null ? null : superiorBy(discussedOn, overrides);
}
