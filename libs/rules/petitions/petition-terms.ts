import { deadlineOf, type Term } from '#rules/calendar/deadline.js';
import { type CivilDate, addDays, addMonths } from '#rules/kernel/civil-date.js';
import type { LegalKey } from '#rules/rulebook/legal-rows.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { isCentral, type PetitionBody } from './addressee.js';

/**
 * Last day of the compliance check of a petition.
 *
 * @param submittedOn for a deputy's collection; for a statutory petition the day of its fiftieth
 * joining citizen
 * @throws DomainError unavailable `calendar.year_unknown`
 * @law APPC art. 90-2(5)
 * @example checkDueOn('2026-12-21') // → '2027-01-21'
 */
export function checkDueOn(submittedOn: CivilDate): CivilDate {
  return deadlineOf(submittedOn, workingDays('petition.check-working-days', submittedOn));
}

/**
 * Last day on which people may join. Six months to the day, or to the month's last day; a day off
 * does not move it, for one joins on any day.
 *
 * @law APPC art. 90-3(2)
 * @example joiningUntil('2026-08-31') // → '2027-02-28'
 */
export function joiningUntil(openedOn: CivilDate): CivilDate {
  return addMonths(openedOn, valueOn('petition.joining-months', openedOn));
}

/** What a reached threshold sets going. */
export interface AnswerTerms {
  /** Last day for the notice that the petition was sent to the addressee. */
  readonly noticeBy: CivilDate;
  /** Last day for the addressee's decision. */
  readonly answerBy: CivilDate;
}

/**
 * The terms after a reached threshold. The petition is sent and registered on the day it reaches it:
 * nobody may refuse to accept it.
 *
 * @param rulesOn day whose law the petition keeps: that of its opening
 * @law APPC arts. 90-4(1), 90-5(1)
 * @example termsAfterThreshold({ body: 'akimat', reachedOn: '2026-03-05', rulesOn: '2026-03-05' })
 * // → { noticeBy: '2026-03-11', answerBy: '2026-04-08' }
 */
export function termsAfterThreshold(reached: {
  readonly body: PetitionBody;
  readonly reachedOn: CivilDate;
  readonly rulesOn: CivilDate;
}): AnswerTerms {
  const { body, reachedOn, rulesOn } = reached;
  const answer = isCentral(body) ? 'central' : 'local';
  return {
    noticeBy: deadlineOf(reachedOn, workingDays('petition.notice-working-days', rulesOn)),
    answerBy: deadlineOf(reachedOn, workingDays(`petition.answer-working-days.${answer}`, rulesOn)),
  };
}

/**
 * The earliest day of a public discussion announced on a day: the whole term lies between them.
 *
 * @law APPC art. 90-5(2)
 * @example discussionFrom({ announcedOn: '2026-03-19', rulesOn: '2026-03-19' }) // → '2026-03-28'
 */
export function discussionFrom(announced: {
  readonly announcedOn: CivilDate;
  readonly rulesOn: CivilDate;
}): CivilDate {
  const term = workingDays('petition.discussion-notice-working-days', announced.rulesOn);
  return addDays(deadlineOf(announced.announcedOn, term), 1);
}

/**
 * Last day for posting a decision.
 *
 * @law APPC art. 90-6(3)
 * @example postingBy({ decidedOn: '2026-03-20', rulesOn: '2026-03-20' }) // → '2026-03-26'
 */
export function postingBy(decision: {
  readonly decidedOn: CivilDate;
  readonly rulesOn: CivilDate;
}): CivilDate {
  const term = workingDays('petition.posting-working-days', decision.rulesOn);
  return deadlineOf(decision.decidedOn, term);
}

type WorkingDaysKey = Extract<LegalKey, `petition.${string}working-days${string}`>;

function workingDays(key: WorkingDaysKey, on: CivilDate): Term {
  return { kind: 'working-days', count: valueOn(key, on) };
}
