import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { canDecide } from '#rules/sessions/session-lifecycle.js';
import { type SessionRule, sessionRuleOn } from '#rules/sessions/session-rule.js';
import type { SessionHall } from '#rules/sessions/session-vote.js';
import type { SessionInHand } from './session.repository.js';

/** Who decides in an open session, and by which rule. */
export interface Sitting {
  readonly hall: SessionHall;
  readonly sitting: { readonly sessionOn: CivilDate; readonly rule: SessionRule };
}

/** @throws DomainError conflict `maslikhat-session.not_open` where it cannot decide */
export function sittingOf(session: SessionInHand): Sitting {
  const { deputies, present, chairId, sessionOn, kind, state } = session;
  if (!canDecide(state)) throw new DomainError('conflict', 'maslikhat-session.not_open', { state });
  const hall = { deputies, present, chairId: chairId ?? '' };
  return { hall, sitting: { sessionOn, rule: sessionRuleOn(kind, sessionOn) } };
}
