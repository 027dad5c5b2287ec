import { type Term, deadlineOf } from '#rules/calendar/deadline.js';
import { type CivilDate, addMonths } from '#rules/kernel/civil-date.js';
import type { LegalKey } from '#rules/rulebook/legal-rows.js';
import { valueOn } from '#rules/rulebook/value-on.js';

/**
 * Last day for gathering deputies' signatures.
 *
 * @throws DomainError unavailable `calendar.year_unknown`
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 * @example signaturesBy('2026-11-16') // → '2026-11-30'
 */
export function signaturesBy(startedOn: CivilDate): CivilDate {
  return deadlineOf(startedOn, workingDays('akim-dismissal.signatures-working-days', startedOn));
}

/** Last day for checking the signature sheets, with a protocol of the check. */
export function sheetsCheckBy(submittedOn: CivilDate): CivilDate {
  return deadlineOf(submittedOn, workingDays('akim-dismissal.check-working-days', submittedOn));
}

/** Last day for the session: `sessionBy('2026-10-31') // → '2026-11-30'` */
export function sessionBy(checkedOn: CivilDate): CivilDate {
  const count = valueOn('akim-dismissal.session-months', checkedOn);
  return deadlineOf(checkedOn, { kind: 'months', count });
}

/** Last day for the superior akim's decision. */
export function superiorDecisionBy(adoptedOn: CivilDate): CivilDate {
  return deadlineOf(adoptedOn, workingDays('akim-dismissal.superior-working-days', adoptedOn));
}

/**
 * First day on which the dismissal may be raised again after the superior akim kept the akim.
 *
 * @example repeatFrom('2026-08-31') // → '2027-02-28'
 */
export function repeatFrom(keptOn: CivilDate): CivilDate {
  return addMonths(keptOn, valueOn('akim-dismissal.repeat-months', keptOn));
}

/**
 * Does a decision of the maslikhat bind the superior akim? It does when an earlier one was refused
 * and the time for a repetition had passed.
 *
 * @param keptOn day on which the superior akim refused the earlier decision; null without one
 * @law LSG art. 24, redaction of 2026-07-01 (`law.md` §3)
 */
export function isBinding(adoptedOn: CivilDate, keptOn: CivilDate | null): boolean {
  return keptOn !== null && adoptedOn >= repeatFrom(keptOn);
}

type WorkingDaysKey = Extract<LegalKey, `akim-dismissal.${string}working-days`>;

function workingDays(key: WorkingDaysKey, on: CivilDate): Term {
  return { kind: 'working-days', count: valueOn(key, on) };
}
