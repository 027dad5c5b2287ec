import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fraction } from '#rules/kernel/fraction.js';
import type { LegalKey } from '#rules/rulebook/legal-rows.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import type { CountedVotes } from './agenda-votes.js';
import { type VotingBody, isCommunityBody } from './body-kind.js';

/** How a body decides. */
export interface DecisionRule {
  /** Share of those present that the votes for must exceed. */
  readonly majority: Fraction;
  /** Votes that the chair adds to an even division; 0 where the chair has none. */
  readonly chairVotes: number;
}

/** What the vote on an agenda item came to, and why. */
export interface AgendaDecision {
  readonly kind: 'adopted' | 'rejected' | 'tie';
  readonly reason: 'majority' | 'no-majority' | 'even-division' | 'chair';
  readonly present: number;
  /** Votes for that make a decision. */
  readonly required: number;
  readonly votes: CountedVotes;
}

/**
 * How a body decides on a day in a territory. Advisory bodies have no rule about a tie.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @law LSG arts. 39-1…39-3, redaction of 2026-07-01; the chair's vote by the model regulation, which
 * was not read (`law.md` §3)
 * @example decisionRuleOn('assembly', '2026-11-21', []) // → { majority: 1/2, chairVotes: 1 }
 */
export function decisionRuleOn(
  body: VotingBody,
  on: CivilDate,
  overrides: readonly LocalOverride[],
): DecisionRule {
  const value = <Key extends LegalKey>(key: Key) => valueForTerritoryOn(key, on, overrides).value;
  return {
    majority: value(`${body}.majority`),
    chairVotes: isCommunityBody(body) ? value(`${body}.chair-votes`) : 0,
  };
}

/**
 * The decision on an agenda item: more than half of those present, whoever abstains or does not vote
 * among them. The chair breaks only an even division in which everybody voted, for a further vote
 * cannot make up the majority that the law asks for; while the chair's side is not known it stays a
 * tie.
 *
 * @param present members present at that moment
 * @example decideItem({ for: 8, against: 7, abstained: 1, chairSide: null }, 16, halfAndChair)
 * // → { kind: 'rejected', reason: 'no-majority', required: 9, … }
 */
export function decideItem(
  votes: CountedVotes,
  present: number,
  rule: DecisionRule,
): AgendaDecision {
  const required = votesRequired(present, rule.majority);
  return { ...judge(votes, { present, required }, rule), present, required, votes };
}

/** Least votes that exceed the share: `votesRequired(16, half) // → 9` */
export function votesRequired(present: number, { num, den }: Fraction): number {
  return Number((BigInt(present) * num) / den) + 1;
}

type Judgement = Pick<AgendaDecision, 'kind' | 'reason'>;

function judge(
  votes: CountedVotes,
  { present, required }: { readonly present: number; readonly required: number },
  rule: DecisionRule,
): Judgement {
  if (votes.for >= required) return { kind: 'adopted', reason: 'majority' };
  if (!isEvenDivision(votes, present, rule.majority))
    return { kind: 'rejected', reason: 'no-majority' };
  if (rule.chairVotes === 0) return { kind: 'rejected', reason: 'even-division' };
  return judgeByChair(votes.chairSide);
}

function isEvenDivision(votes: CountedVotes, present: number, { num, den }: Fraction): boolean {
  const isAtShare = BigInt(votes.for) * den === BigInt(present) * num;
  return present > 0 && votes.for === votes.against && isAtShare;
}

function judgeByChair(side: CountedVotes['chairSide']): Judgement {
  if (side === 'for') return { kind: 'adopted', reason: 'chair' };
  if (side === 'against') return { kind: 'rejected', reason: 'chair' };
  return { kind: 'tie', reason: 'even-division' };
}
