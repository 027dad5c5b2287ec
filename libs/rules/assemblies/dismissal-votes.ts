import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { shareRoundedUp } from '#rules/kernel/fraction.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { votesRequired } from './agenda-decision.js';
import type { DismissalGround } from './dismissal-ground.js';

/** Deputies who start a dismissal. */
export interface DismissalStart {
  readonly ground: DismissalGround;
  /** Deputies of the maslikhat who hold a mandate. */
  readonly deputies: readonly string[];
  readonly signedBy: readonly string[];
  readonly on: CivilDate;
  /** First day for raising it again; null without an earlier refusal. */
  readonly repeatFrom: CivilDate | null;
}

/** The session's vote on a dismissal. */
export interface DismissalVote {
  readonly adopted: boolean;
  readonly for: number;
  /** Of all deputies, present or not. */
  readonly required: number;
}

/**
 * How many deputies must start a dismissal.
 *
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 * @example deputiesNeededOn('2026-11-21', 16) // → 4
 */
export function deputiesNeededOn(on: CivilDate, deputies: number): number {
  const share = valueOn('akim-dismissal.deputies-share', on);
  return Math.max(1, Number(shareRoundedUp(BigInt(deputies), share)));
}

/**
 * All faults of starting a dismissal: a ground, deputies only, each once, enough of them, and no
 * sooner than the law lets it be repeated.
 *
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 */
export function assessDismissalStart(start: DismissalStart): readonly Fault[] {
  const { ground, repeatFrom, on } = start;
  const faults: Fault[] = [];
  if (ground.kind === 'none') {
    const { refused, missing } = ground;
    faults.push({ code: 'dismissal.no_ground', field: 'ground', details: { refused, missing } });
  }
  if (repeatFrom !== null && on < repeatFrom)
    faults.push({ code: 'dismissal.too_soon', field: 'on', details: { earliest: repeatFrom } });
  return [...faults, ...assessSigners(start), ...tooFewFaults(start)];
}

/**
 * The maslikhat's decision: more than half of all its deputies.
 *
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 * @example dismissalVoteOn('2026-11-21', { deputies: 16, for: 8 }) // → { adopted: false, required: 9, … }
 */
export function dismissalVoteOn(
  on: CivilDate,
  votes: { readonly deputies: number; readonly for: number },
): DismissalVote {
  const required = votesRequired(votes.deputies, valueOn('akim-dismissal.majority', on));
  return { adopted: votes.for >= required, for: votes.for, required };
}

/**
 * Faults of those who signed: deputies in office only, each once. How many are needed is asked when
 * a dismissal is started and again when its signature sheets are checked.
 */
export function assessSigners({
  deputies,
  signedBy,
}: Pick<DismissalStart, 'deputies' | 'signedBy'>): readonly Fault[] {
  const field = 'signedBy';
  const strangers = signedBy.filter((signer) => !deputies.includes(signer));
  const faults: Fault[] = [];
  if (strangers.length > 0)
    faults.push({ code: 'dismissal.not_a_deputy', field, details: { strangers } });
  if (new Set(signedBy).size < signedBy.length)
    faults.push({ code: 'dismissal.signed_twice', field });
  return faults;
}

function tooFewFaults({ deputies, signedBy, on }: DismissalStart): readonly Fault[] {
  const signed = new Set(signedBy.filter((signer) => deputies.includes(signer))).size;
  const required = deputiesNeededOn(on, deputies.length);
  if (signed >= required) return [];
  const details = { signed, required };
  return [{ code: 'dismissal.too_few_deputies', field: 'signedBy', details }];
}
