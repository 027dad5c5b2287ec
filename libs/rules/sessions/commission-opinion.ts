import { votesRequired } from '#rules/assemblies/agenda-decision.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { valueOn } from '#rules/rulebook/value-on.js';

/** A standing commission's vote on one line or amendment. */
export interface CommissionVote {
  readonly members: number;
  readonly present: number;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}

/** What the commission says: a majority of all its members either way, else no opinion. */
export interface CommissionOpinion {
  readonly kind: 'for' | 'against' | 'none';
  /** Votes that make an opinion. */
  readonly required: number;
  readonly quorum: { readonly met: boolean; readonly required: number };
}

/** An opinion as it is written down. */
export interface OpinionDraft {
  readonly vote: CommissionVote;
  readonly reasons: OfficialText;
  /** Of those who were outvoted; null where they wrote none. */
  readonly minorityView: OfficialText | null;
}

/**
 * The opinion of a standing commission: more than half of its members are there, and more than half
 * of **all** of them are of one mind.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @law LSG art. 19-1, redaction of 2026-07-01 (`law.md` 4.1)
 * @example opinionOn('2026-11-21', { members: 7, present: 4, for: 4, against: 0, abstained: 0 }).kind // → 'for'
 */
export function opinionOn(on: CivilDate, vote: CommissionVote): CommissionOpinion {
  const there = votesRequired(vote.members, valueOn('standing-commission.quorum-above', on));
  const required = votesRequired(vote.members, valueOn('standing-commission.majority', on));
  const quorum = { met: vote.present >= there, required: there };
  return { kind: sideOf(vote, required, quorum.met), required, quorum };
}

/** All faults of an opinion: the quorum, the arithmetic of the votes, reasons in both languages. */
export function assessOpinion(draft: OpinionDraft, on: CivilDate): readonly Fault[] {
  const { vote, reasons, minorityView } = draft;
  const { quorum } = opinionOn(on, vote);
  const cast = vote.for + vote.against + vote.abstained;
  const faults: Fault[] = [];
  if (!quorum.met)
    faults.push({
      code: 'opinion.no_quorum',
      field: 'vote',
      details: { required: quorum.required, present: vote.present },
    });
  if (vote.present > vote.members) faults.push({ code: 'opinion.too_many_present', field: 'vote' });
  if (cast > vote.present) faults.push({ code: 'opinion.too_many_votes', field: 'vote' });
  if (missingLanguages(reasons).length > 0)
    faults.push({ code: 'opinion.reasons_missing', field: 'reasons' });
  if (minorityView !== null && missingLanguages(minorityView).length > 0)
    faults.push({ code: 'opinion.minority_view_missing', field: 'minorityView' });
  return faults;
}

function sideOf(
  vote: CommissionVote,
  required: number,
  hasQuorum: boolean,
): CommissionOpinion['kind'] {
  if (!hasQuorum) return 'none';
  if (vote.for >= required) return 'for';
  return vote.against >= required ? 'against' : 'none';
}
