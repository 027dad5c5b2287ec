const OFFSET_MS = 5 * 3_600_000;

/**
 * An instant as programs see it: RFC 3339 with the offset of Kazakhstan.
 *
 * @example presentInstant(new Date('2027-04-24T19:00:00Z')) // → '2027-04-25T00:00:00+05:00'
 */
export function presentInstant(at: Date): string {
  const local = new Date(at.getTime() + OFFSET_MS).toISOString();
  return `${local.replace(/\.000Z$|Z$/, '')}+05:00`;
}
