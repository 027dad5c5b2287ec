import type { Leaf } from '#rules/ledger/leaf.js';

/** Where entries of one kind come from: rows of a table and the entry that each one gives. */
export interface LeafSource<Row = never> {
  /** Table that people are told when a row is not as its entry says. */
  readonly table: string;
  readonly kind: Leaf['kind'];
  /**
   * SQL of all rows that an entry is made of, with `key` (`leafKey` as bytes) and, where rows are many,
   * `recorded_in`: then only those written since the last time are looked at; else `at`, their moment.
   */
  readonly rows: string;
  readonly byTransaction: boolean;
  /** Column of the rows that is the entry's subject, null for entries that have none. */
  readonly subject: string | null;
  /** SQL that tells entries of this source from others of the kind. */
  readonly leaves?: string;
  leafOf(row: Row): Leaf;
}

/** Microseconds since 1970 as text: what a moment is in a digest. */
export function microseconds(column: string): string {
  return `(extract(epoch from ${column}) * 1000000)::bigint::text`;
}

/** The key of an entry that is found by a word and an id. */
export function keyOf(word: string, id: string): string {
  return `sha256(convert_to('${word}:' || ${id}, 'UTF8'))`;
}

/**
 * Condition of SQL: every ballot of a round is in the log. What concludes a round comes only then, in
 * its sequence: an archive made after the result must find the closure too, also where a transaction
 * that stays open holds ballots back. Rows of a backup have numbers of another server's transactions,
 * so that they are asked for their entry as well.
 */
export function everyBallotIsIn(round: string): string {
  const pending = `round_id = ${round} and recorded_in >= (select reached from ledger_horizon)
    and not exists (select from ledger_leaves
                    where subject = ${round} and key = sha256(convert_to(receipt, 'UTF8')))`;
  return `not exists (select from ballots where ${pending})
    and not exists (select from former_ballots where replaced and ${pending})`;
}
