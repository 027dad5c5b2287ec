/**
 * One column of many rows as PostgreSQL's array literal, which the driver sends as it is; null is
 * an absent value.
 *
 * @param write an element without anything that a literal gives a meaning to, or {@link quoted}
 * @example arrayLiteral([1, 2], String) // → '{1,2}'
 */
export function arrayLiteral<Row>(
  rows: readonly Row[],
  write: (row: Row) => string | null,
): string {
  return `{${rows.map((row) => write(row) ?? 'NULL').join(',')}}`;
}

/** An element in quotes: quotes and backslashes are escaped. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
