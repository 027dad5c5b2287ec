import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { type AnyLegalRow, LEGAL_ROWS, type LegalKey, type LegalValues } from './legal-rows.js';
import type { LegalRow } from './legal-value.js';

/** The row of one key. */
export type LegalRowOf<Key extends LegalKey> = LegalRow<Key, LegalValues[Key]>;

/**
 * The legal value in force on a day.
 *
 * @throws DomainError unavailable `rulebook.no_value_on_date` where the rulebook knows none
 * @example valueOn('mci', '2026-05-01') // → 432500n tiyn
 */
export function valueOn<Key extends LegalKey>(key: Key, on: CivilDate): LegalValues[Key] {
  return getRowOn(key, on).value;
}

/** The row in force on a day, with its source; throws like {@link valueOn}. */
export function getRowOn<Key extends LegalKey>(key: Key, on: CivilDate): LegalRowOf<Key> {
  const row = findRowOn(key, on);
  if (row === null) throw new DomainError('unavailable', 'rulebook.no_value_on_date', { key, on });
  return row;
}

/** The row in force on a day, or null. */
export function findRowOn<Key extends LegalKey>(key: Key, on: CivilDate): LegalRowOf<Key> | null {
  return rowsOf(key).find((row) => isInForceOn(row, on)) ?? null;
}

/**
 * The row in force on a day or, where that day's value is not in the rulebook yet, the latest one
 * before it (the index of a new year is known in December); null before the first row.
 */
export function findLatestRowOn<Key extends LegalKey>(
  key: Key,
  on: CivilDate,
): LegalRowOf<Key> | null {
  return rowsOf(key).findLast((row) => row.from <= on) ?? null;
}

/** All rows of a key in time. */
export function rowsOf<Key extends LegalKey>(key: Key): readonly LegalRowOf<Key>[] {
  return LEGAL_ROWS.filter((row): row is AnyLegalRow & LegalRowOf<Key> => row.key === key);
}

/** Does the row apply on this day? Its first and its last day count. */
export function isInForceOn(row: AnyLegalRow, on: CivilDate): boolean {
  return row.from <= on && (row.until === undefined || on <= row.until);
}
