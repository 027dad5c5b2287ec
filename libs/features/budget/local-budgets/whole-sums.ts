/**
 * Sums come from the database as texts, inside JSON too: every field whose name ends in `Tiyn`
 * becomes a whole number again.
 */
export function withWholeSums<Row>(row: Row): Row {
  return revive(row, '') as Row;
}

function revive(value: unknown, name: string): unknown {
  if (typeof value === 'string') return name.endsWith('Tiyn') ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map((part) => revive(part, name));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revive(part, key)]));
}
