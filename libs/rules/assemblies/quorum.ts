import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type Fraction, shareRoundedUp } from '#rules/kernel/fraction.js';
import type { Moment } from '#rules/kernel/instant.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import { type Stay, presentAt } from './attendance.js';
import type { VotingBody } from './body-kind.js';

/** Those with the right to take part, and those of them who are there. */
export interface Attendance {
  readonly members: number;
  readonly present: number;
}

/** Whether a body may decide, with the arithmetic. */
export interface Quorum extends Attendance {
  readonly met: boolean;
  readonly share: Fraction;
  readonly required: number;
  /** 0 once it is met. */
  readonly missing: number;
}

/**
 * The share of members that makes a quorum: a tenth of the community for a gathering, half of the
 * delegates for an assembly, a tenth of that part's residents for a separate gathering.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date`
 * @law LSG arts. 39-1…39-3, redaction of 2026-07-01 (`law.md` §3)
 * @example quorumShareOn('assembly', '2026-11-21', []) // → 1/2
 */
export function quorumShareOn(
  body: VotingBody,
  on: CivilDate,
  overrides: readonly LocalOverride[],
): Fraction {
  return valueForTerritoryOn(`${body}.quorum`, on, overrides).value;
}

/**
 * May the body decide? At least that share of its members is present, rounded up to whole people;
 * nobody present is never a quorum.
 *
 * @example quorumOf({ members: 15, present: 8 }, half) // → { met: true, required: 8, missing: 0, … }
 */
export function quorumOf({ members, present }: Attendance, share: Fraction): Quorum {
  const required = Math.max(1, Number(shareRoundedUp(BigInt(members), share)));
  const missing = Math.max(0, required - present);
  return { members, present, share, required, met: missing === 0, missing };
}

/** The quorum at a moment, with late arrivals and early leavers. */
export function quorumAt(
  moment: Moment,
  hall: { readonly members: number; readonly stays: readonly Stay[] },
  share: Fraction,
): Quorum {
  const present = presentAt(hall.stays, moment).length;
  return quorumOf({ members: hall.members, present }, share);
}
