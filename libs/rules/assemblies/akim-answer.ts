import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { type OfficialText, missingLanguages } from '#rules/kernel/official-text.js';

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
