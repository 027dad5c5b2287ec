import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fraction } from '#rules/kernel/fraction.js';
import type { DecisionRule } from '#rules/assemblies/agenda-decision.js';
import { valueOn } from '#rules/rulebook/value-on.js';

/** Kinds of sessions; texts for people are `sessions.kinds.<code>`. */
export const SESSION_KINDS = ['regular', 'extraordinary'] as const;

export type SessionKind = (typeof SESSION_KINDS)[number];

/** How a maslikhat meets and decides on a day. */
export interface SessionRule {
  readonly noticeDays: number;
  readonly materialsDays: number;
  /** Share of all deputies that must be there. */
  readonly quorum: Fraction;
  /** Its majority is of all deputies, present or not. */
  readonly decision: DecisionRule;
  /** Share of all deputies who may ask for an extraordinary session. */
  readonly requestShare: Fraction;
  /** From the request to the session. */
  readonly requestWorkingDays: number;
  readonly breakDays: number;
}

/**
 * The rules of a session in force on a day.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @law LSG arts. 5–15, redaction of 2026-07-01 (`law.md` 4.1)
 * @example sessionRuleOn('extraordinary', '2026-11-21').noticeDays // → 3
 */
export function sessionRuleOn(kind: SessionKind, on: CivilDate): SessionRule {
  return {
    noticeDays: valueOn(`maslikhat-session.notice-days.${kind}`, on),
    materialsDays: valueOn(`maslikhat-session.materials-days.${kind}`, on),
    quorum: valueOn('maslikhat-session.quorum', on),
    decision: {
      majority: valueOn('maslikhat-session.majority', on),
      chairVotes: valueOn('maslikhat-session.chair-votes', on),
    },
    requestShare: valueOn('maslikhat-session.extraordinary-share', on),
    requestWorkingDays: valueOn('maslikhat-session.extraordinary-working-days', on),
    breakDays: valueOn('maslikhat-session.break-days', on),
  };
}
