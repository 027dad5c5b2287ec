import type { AgendaDecision } from '#rules/assemblies/agenda-decision.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import type { SessionRule } from './session-rule.js';
import {
  type NamedVotes,
  type SessionHall,
  assessSessionQuorum,
  assessSessionVotes,
  decideBySession,
} from './session-vote.js';

/** A decision of the maslikhat as its secretary records it. */
export interface SessionDecisionDraft {
  /** As the maslikhat numbers it: `17/104-VIII`, `215`, `1-6/VII`. */
  readonly number: string;
  readonly decidedOn: CivilDate;
  readonly text: OfficialText;
  /** Why the draft goes back, where it was not adopted. */
  readonly refusalReasons: OfficialText | null;
  readonly votes: NamedVotes;
}

/** What the session decided, or all reasons why it could not. */
export type SessionVerdict =
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] }
  | { readonly kind: 'adopted' | 'returned'; readonly decision: AgendaDecision };

/**
 * The verdict on a draft: never without a quorum, never by votes that were not cast there; adopted by
 * the majority of all deputies, else returned with reasons.
 *
 * @law LSG arts. 5–15; BC arts. 91–92 (`law.md` 4.1, 4.2)
 */
export function verdictOf(
  draft: SessionDecisionDraft,
  hall: SessionHall,
  sitting: { readonly sessionOn: CivilDate; readonly rule: SessionRule },
): SessionVerdict {
  const decision = decideBySession(draft.votes, hall, sitting.rule);
  const faults = [
    ...assessSessionQuorum(hall, sitting.rule),
    ...assessSessionVotes(draft.votes, hall),
    ...actFaults(draft, decision, sitting.sessionOn),
  ];
  if (faults.length > 0) return { kind: 'invalid', faults };
  return { kind: decision.kind === 'adopted' ? 'adopted' : 'returned', decision };
}

function actFaults(
  { number, decidedOn, text, refusalReasons }: SessionDecisionDraft,
  { kind }: AgendaDecision,
  sessionOn: CivilDate,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (decidedOn < sessionOn)
    faults.push({ code: 'maslikhat-session.decided_before', field: 'decidedOn' });
  if (kind === 'adopted' && number.trim() === '')
    faults.push({ code: 'maslikhat-session.number_missing', field: 'number' });
  if (kind === 'adopted' && missingLanguages(text).length > 0)
    faults.push({ code: 'maslikhat-session.text_missing', field: 'text' });
  if (kind !== 'adopted' && !isReasoned(refusalReasons))
    faults.push({ code: 'maslikhat-session.reasons_missing', field: 'refusalReasons' });
  return faults;
}

function isReasoned(reasons: OfficialText | null): boolean {
  return reasons !== null && missingLanguages(reasons).length === 0;
}
