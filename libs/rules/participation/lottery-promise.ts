import { assertNoFaults, DomainError, type Fault } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import type { Ties } from '#rules/tally/rule-spec.js';

/** What of a round decides whether its lottery may still be promised. */
export interface LotteryTerms {
  readonly ties: Ties;
  /** Both as instants in milliseconds. */
  readonly now: number;
  readonly votingFrom: number;
}

/**
 * May a lottery be promised: only before the voting opens, and only where the round's rule leaves
 * ties to lots. The value must be named in both languages: everybody has to know beforehand what
 * the draw will be made of.
 *
 * @throws DomainError rule-violated `result.lottery_invalid` with all faults
 * @example assertPromisable({ ties: 'refuse', now: 1, votingFrom: 2 }, { kk: '…', ru: '…' })
 */
export function assertPromisable(
  { ties, now, votingFrom }: LotteryTerms,
  value: OfficialText,
): void {
  const languages = missingLanguages(value);
  assertNoFaults('result.lottery_invalid', [
    ...(now >= votingFrom ? [{ code: 'result.lottery_too_late' }] : []),
    ...(ties === 'refuse' ? [] : [{ code: 'result.lottery_not_needed' }]),
    ...(languages.length === 0
      ? []
      : [{ code: 'result.text_missing', field: 'text', details: { languages } }]),
  ]);
}

/** The public value as it came out, with where anybody finds it. */
export interface PublicValue {
  readonly value: string;
  readonly source: string;
}

/**
 * A draw names its public value and the source of it, on one line each.
 *
 * @example publicValueFaults({ value: '512.34', source: '' }) // → code result.source_missing
 */
export function publicValueFaults({ value, source }: PublicValue): readonly Fault[] {
  return [
    ...(isLine(value) ? [] : [{ code: 'result.value_missing', field: 'value' }]),
    ...(isLine(source) ? [] : [{ code: 'result.source_missing', field: 'source' }]),
  ];
}

/** @throws DomainError forbidden `result.second_person_needed` */
export function assertAnotherPerson(enteredBy: string, confirmedBy: string): void {
  if (enteredBy === confirmedBy) throw new DomainError('forbidden', 'result.second_person_needed');
}

const LONGEST_LINE = 200;

function isLine(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_LINE && !/[\r\n]/.test(text);
}
