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

/** What the session decides on a question of its agenda that is no budget. */
export interface ResolutionDraft {
  /** As the maslikhat numbers it, free text; none is needed where the question fell. */
  readonly number: string;
  readonly decidedOn: CivilDate;
  readonly text: OfficialText;
  readonly votes: NamedVotes;
}

/** Passed or fallen by the votes, or all reasons why the session could not decide. */
export type Resolution =
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] }
  | { readonly kind: 'resolution' | 'rejection'; readonly decision: AgendaDecision };

/**
 * What becomes of a question: the same quorum and the same majority of all deputies as for a budget,
 * and a tie that nobody breaks lets it fall.
 *
 * @law LSG arts. 5–15, redaction of 2026-07-01 (`law.md` 4.1)
 * @example of 16 deputies 9 for: `{ kind: 'resolution', … }`; 8 for and 3 against: `{ kind: 'rejection', … }`
 */
export function resolutionOf(
  draft: ResolutionDraft,
  hall: SessionHall,
  sitting: { readonly sessionOn: CivilDate; readonly rule: SessionRule },
): Resolution {
  const decision = decideBySession(draft.votes, hall, sitting.rule);
  const isPassed = decision.kind === 'adopted';
  const faults = [
    ...assessSessionQuorum(hall, sitting.rule),
    ...assessSessionVotes(draft.votes, hall),
    ...(isPassed ? textFaults(draft) : []),
  ];
  if (draft.decidedOn < sitting.sessionOn)
    faults.push({ code: 'maslikhat-session.decided_before', field: 'decidedOn' });
  if (faults.length > 0) return { kind: 'invalid', faults };
  return { kind: isPassed ? 'resolution' : 'rejection', decision };
}

function textFaults({ number, text }: ResolutionDraft): readonly Fault[] {
  const faults: Fault[] = [];
  if (number.trim() === '')
    faults.push({ code: 'maslikhat-session.number_missing', field: 'number' });
  if (missingLanguages(text).length > 0)
    faults.push({ code: 'maslikhat-session.text_missing', field: 'text' });
  return faults;
}
