/** What came out of JSON, before anybody has looked at it. */
export type Unread = Readonly<Record<string, unknown>>;

/** `isRecord({}) // → true`; lists and null are none. */
export function isRecord(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A count: whole, exact and not below 0. */
export function isWholeNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Is it a list of which every entry is such? */
export function isListOf<T>(
  value: unknown,
  isOne: (entry: unknown) => entry is T,
): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}
