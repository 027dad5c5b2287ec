import { deadlineOf } from '#rules/calendar/deadline.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';
import { type LocalOverride, valueForTerritoryOn } from '#rules/rulebook/local-override.js';
import type { AkimAnswerState } from './akim-answer-lifecycle.js';

/** What the akim says of one decided agenda item. */
export interface ItemAnswer {
  /** Number of the agenda item, from 1. */
  readonly item: number;
  readonly kind: 'agreed' | 'objection';
  /** Why, in both languages; asked only of an objection. */
  readonly reasons: OfficialText;
}

/** The akim's answer to minutes. */
export interface AkimAnswer {
  readonly answeredOn: CivilDate;
  readonly items: readonly ItemAnswer[];
}

/** Minutes that await an answer. */
export interface AnsweredMinutes {
  readonly handedOn: CivilDate;
  /** Numbers of the items that were decided. */
  readonly decided: readonly number[];
  readonly today: CivilDate;
}

/** Who must act next on a decision, and by when. */
export interface AkimAnswerStep {
  readonly who: 'akim' | 'community' | 'maslikhat' | 'superior-akim';
  /** Null where the law sets no term. */
  readonly by: CivilDate | null;
}

/** Days that the terms run from. */
export interface AkimAnswerDays {
  readonly handedOn: CivilDate;
  /** Day of the maslikhat's discussion. */
  readonly discussedOn: CivilDate | null;
}

/**
 * Last day for the akim to consider the decisions and to tell the members.
 *
 * @law LSG art. 39-3(12); the term by the model regulation, not read (`law.md` §3)
 * @example answerBy('2026-11-20', []) // → '2026-11-27'
 */
export function answerBy(handedOn: CivilDate, overrides: readonly LocalOverride[]): CivilDate {
  const { value } = valueForTerritoryOn('akim-answer.working-days', handedOn, overrides);
  return deadlineOf(handedOn, { kind: 'working-days', count: value });
}

/**
 * Last day for the superior akim after the maslikhat's discussion.
 *
 * @law LSG art. 39-3(11); the term by the model regulation, not read (`law.md` §3)
 */
export function superiorBy(discussedOn: CivilDate, overrides: readonly LocalOverride[]): CivilDate {
  const key = 'akim-answer.superior-working-days';
  const { value } = valueForTerritoryOn(key, discussedOn, overrides);
  return deadlineOf(discussedOn, { kind: 'working-days', count: value });
}

/**
 * The next step of a decision; null where nobody must act.
 *
 * @law LSG art. 39-3(11)–(13), redaction of 2026-07-01 (`law.md` §3)
 * @example answerStepOf('objected', days, []) // → { who: 'community', by: null }
 */
export function answerStepOf(
  state: AkimAnswerState,
  days: AkimAnswerDays,
  overrides: readonly LocalOverride[],
): AkimAnswerStep | null {
  switch (state) {
    case 'awaited':
      return { who: 'akim', by: answerBy(days.handedOn, overrides) };
    case 'objected':
      return { who: 'community', by: null };
    case 'insisted':
      return { who: 'maslikhat', by: null };
    case 'discussed':
      return { who: 'superior-akim', by: superiorDay(days.discussedOn, overrides) };
    case 'agreed':
    case 'confirmed':
    case 'not-executed':
      return { who: 'akim', by: null };
    default:
      return null;
  }
}

/**
 * All faults of the akim's answer: each decided item once and no other, an objection with its
 * reasons in both languages, a day between the handing over and today.
 *
 * @example assessAkimAnswer({ …, items: [] }, { …, decided: [1] })
 * // → [{ code: 'akim-answer.item_missing', field: 'items', details: { numbers: [1] } }]
 */
export function assessAkimAnswer(answer: AkimAnswer, minutes: AnsweredMinutes): readonly Fault[] {
  return [
    ...dayFaults(answer.answeredOn, minutes),
    ...numberFaults(
      answer.items.map(({ item }) => item),
      minutes.decided,
    ),
    ...answer.items.flatMap(reasonFaults),
  ];
}

function superiorDay(
  discussedOn: CivilDate | null,
  overrides: readonly LocalOverride[],
): CivilDate | null {
  return discussedOn === null ? null : superiorBy(discussedOn, overrides);
}

function dayFaults(on: CivilDate, { handedOn, today }: AnsweredMinutes): readonly Fault[] {
  if (on >= handedOn && on <= today) return [];
  return [{ code: 'akim-answer.impossible_day', field: 'answeredOn' }];
}

function numberFaults(answered: readonly number[], decided: readonly number[]): readonly Fault[] {
  const missing = decided.filter((number) => !answered.includes(number));
  const unknown = answered.filter((number) => !decided.includes(number));
  const field = 'items';
  const faults: Fault[] = [];
  if (missing.length > 0)
    faults.push({ code: 'akim-answer.item_missing', field, details: { numbers: missing } });
  if (unknown.length > 0)
    faults.push({ code: 'akim-answer.item_unknown', field, details: { numbers: unknown } });
  if (new Set(answered).size < answered.length)
    faults.push({ code: 'akim-answer.item_twice', field });
  return faults;
}

function reasonFaults({ item, kind, reasons }: ItemAnswer): readonly Fault[] {
  const languages = missingLanguages(reasons);
  if (kind === 'agreed' || languages.length === 0) return [];
  const details = { number: item, languages };
  return [{ code: 'akim-answer.reasons_missing', field: 'items', details }];
}
