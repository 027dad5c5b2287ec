import type { DismissalVote } from '#rules/assemblies/dismissal-votes.js';
import { dismissalVoteOn } from '#rules/assemblies/dismissal-votes.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import type { SessionRule } from './session-rule.js';
import {
  type NamedVotes,
  type SessionHall,
  assessSessionVotes,
  sessionQuorum,
} from './session-vote.js';

/** The maslikhat's decision on a dismissal as its secretary records it. */
export interface DismissalDecisionDraft {
  /** As the maslikhat numbers it. */
  readonly number: string;
  readonly decidedOn: CivilDate;
  readonly text: OfficialText;
  readonly votes: NamedVotes;
}

/** What the session decided, or all reasons why it could not. */
export type DismissalVerdict =
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] }
  | { readonly kind: 'decided'; readonly vote: DismissalVote };

/**
 * The session's vote on the dismissal of an akim: never without a quorum, never by votes that were
 * not cast there; adopted by more than half of all deputies. No chair's vote breaks a tie here.
 *
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3, 4.1)
 * @example of 16 deputies 8 for and 3 against: not adopted, 9 are required
 */
export function dismissalVerdictOf(
  draft: DismissalDecisionDraft,
  hall: SessionHall,
  sitting: { readonly sessionOn: CivilDate; readonly rule: SessionRule },
): DismissalVerdict {
  const faults = [
    ...quorumFaults(hall, sitting.rule),
    ...assessSessionVotes(draft.votes, hall),
    ...actFaults(draft, sitting.sessionOn),
  ];
  if (faults.length > 0) return { kind: 'invalid', faults };
  const inFavour = draft.votes.filter(({ side }) => side === 'for').length;
  const counted = { deputies: hall.deputies.length, for: inFavour };
  return { kind: 'decided', vote: dismissalVoteOn(draft.decidedOn, counted) };
}

function quorumFaults(hall: SessionHall, rule: SessionRule): readonly Fault[] {
  const { met, required, present, missing } = sessionQuorum(hall, rule);
  if (met) return [];
  return [{ code: 'maslikhat-session.no_quorum', details: { required, present, missing } }];
}

function actFaults(
  { number, decidedOn, text }: DismissalDecisionDraft,
  sessionOn: CivilDate,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (decidedOn < sessionOn)
    faults.push({ code: 'maslikhat-session.decided_before', field: 'decidedOn' });
  if (number.trim() === '')
    faults.push({ code: 'maslikhat-session.number_missing', field: 'number' });
  if (missingLanguages(text).length > 0)
    faults.push({ code: 'maslikhat-session.text_missing', field: 'text' });
  return faults;
}
