const SHIFT_MS = 5 * 3_600_000;

/**
 * An instant as RFC 3339 with Kazakhstan's offset.
 *
 * @example withOffset(new Date('2027-04-24T18:59:59Z')) // → '2027-04-24T23:59:59.000+05:00'
 */
export function withOffset(instant: Date): string {
  return new Date(instant.getTime() + SHIFT_MS).toISOString().replace('Z', '+05:00');
}
