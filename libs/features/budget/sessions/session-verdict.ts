import type { AgendaDecision } from '#rules/assemblies/agenda-decision.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { type SessionDecisionDraft, verdictOf } from '#rules/sessions/session-adoption.js';
import { type NamedVotes, sessionQuorum } from '#rules/sessions/session-vote.js';
import type { SessionInHand } from './session.repository.js';
import { sittingOf } from './session-sitting.js';

/** A vote of a session about a budget, as its secretary writes it. */
export interface VotedBudget {
  readonly budgetId: string;
  readonly sessionId: string;
  readonly number: string;
  readonly text: OfficialText;
  readonly refusalReasons: OfficialText | null;
  readonly votes: NamedVotes;
  /** Ids of files sent for this decision: its annexes. */
  readonly annexes: readonly string[];
}

/** What the session decided, with its arithmetic. */
export interface Verdict {
  readonly kind: 'adopted' | 'returned';
  readonly decision: AgendaDecision;
  readonly quorum: number;
}

/**
 * The session's verdict about a budget of its maslikhat.
 *
 * @throws DomainError conflict where the session is not open or is another maslikhat's;
 * `maslikhat-session.invalid` with all faults where it could not decide
 */
export function verdictOn(
  voted: VotedBudget,
  session: SessionInHand,
  { maslikhat, today }: { readonly maslikhat: string; readonly today: CivilDate },
): Verdict {
  if (session.maslikhat !== maslikhat)
    throw new DomainError('conflict', 'maslikhat-session.another_maslikhat');
  const { hall, sitting } = sittingOf(session);
  const draft: SessionDecisionDraft = { ...voted, decidedOn: today };
  const verdict = verdictOf(draft, hall, sitting);
  if (verdict.kind === 'invalid') {
    assertNoFaults('maslikhat-session.invalid', verdict.faults);
    throw new Error('An invalid verdict names its faults');
  }
  return { ...verdict, quorum: sessionQuorum(hall, sitting.rule).required };
}
