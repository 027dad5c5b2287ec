import {
  type TransitionTable,
  actsIn,
  isFinalIn,
  nextStateIn,
} from '#rules/kernel/transition-table.js';

/** Where a decision of the community stands with the akim; texts are `akimAnswers.states.<code>`. */
export const AKIM_ANSWER_STATES = [
  'awaited',
  'agreed',
  'objected',
  'yielded',
  'insisted',
  'discussed',
  'confirmed',
  'set-aside',
  'executed',
  'not-executed',
] as const;

export type AkimAnswerState = (typeof AKIM_ANSWER_STATES)[number];

export type AkimAnswerAct =
  | 'agree'
  | 'object'
  | 'yield'
  | 'insist'
  | 'discuss'
  | 'confirm'
  | 'set-aside'
  | 'execute'
  | 'record-not-executed';

/**
 * The way of one decision after the meeting. The akim agrees or objects; after an objection the
 * community discusses it again and yields or insists; then the district maslikhat discusses it and
 * the superior akim decides. What is approved is executed, and what was not executed is recorded
 * and may still be made good.
 *
 * @law LSG art. 39-3(11)–(13), redaction of 2026-07-01 (`law.md` §3)
 */
export const AKIM_ANSWER_LIFECYCLE: TransitionTable<AkimAnswerState, AkimAnswerAct> = {
  awaited: { agree: 'agreed', object: 'objected' },
  agreed: { execute: 'executed', 'record-not-executed': 'not-executed' },
  // The akim may be convinced by the repeat discussion.
  objected: { agree: 'agreed', yield: 'yielded', insist: 'insisted' },
  yielded: {},
  insisted: { agree: 'agreed', discuss: 'discussed' },
  discussed: { confirm: 'confirmed', 'set-aside': 'set-aside' },
  confirmed: { execute: 'executed', 'record-not-executed': 'not-executed' },
  'set-aside': {},
  executed: {},
  'not-executed': { execute: 'executed' },
};

/**
 * The state after an act.
 *
 * @throws DomainError conflict `akim-answer.act_not_possible` with the acts that are possible
 * @example nextAkimAnswerState('objected', 'insist') // → 'insisted'
 */
export function nextAkimAnswerState(state: AkimAnswerState, act: AkimAnswerAct): AkimAnswerState {
  const refusal = 'akim-answer.act_not_possible';
  return nextStateIn(AKIM_ANSWER_LIFECYCLE, { state, act, refusal });
}

/** `possibleAkimAnswerActs('discussed') // → ['confirm', 'set-aside']` */
export function possibleAkimAnswerActs(state: AkimAnswerState): readonly AkimAnswerAct[] {
  return actsIn(AKIM_ANSWER_LIFECYCLE, state);
}

/** Does nothing lead out of this state? */
export function isFinalAkimAnswerState(state: AkimAnswerState): boolean {
  return isFinalIn(AKIM_ANSWER_LIFECYCLE, state);
}

/** Does the decision stand, so that it must be executed? */
export function isApproved(state: AkimAnswerState): boolean {
  return ['agreed', 'confirmed', 'executed', 'not-executed'].includes(state);
}
