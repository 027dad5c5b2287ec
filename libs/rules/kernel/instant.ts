/** A moment: epoch milliseconds, or RFC 3339 text with its offset. */
export type Moment = number | string;

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Epoch milliseconds of a moment. A text without an offset would mean another instant on every
 * machine, so it is a programming error and throws RangeError.
 *
 * @example toEpochMs('2027-04-25T00:00:00+05:00') // → 1808593200000
 */
export function toEpochMs(moment: Moment): number {
  const epochMs = typeof moment === 'number' ? moment : parseRfc3339(moment);
  if (!Number.isFinite(epochMs)) throw new RangeError(`Not an instant: ${moment}`);
  return epochMs;
}

function parseRfc3339(text: string): number {
  return RFC_3339.test(text) ? Date.parse(text) : Number.NaN;
}
