import { describe, expect, it } from '@jest/globals';
import { toEpochMs } from './instant.js';

describe('toEpochMs', () => {
  it('reads the same instant from texts with different offsets', () => {
    expect(toEpochMs('2027-04-25T00:00:00+05:00')).toBe(1_808_593_200_000);
    expect(toEpochMs('2027-04-24T19:00:00Z')).toBe(1_808_593_200_000);
    expect(toEpochMs(1_808_593_200_000)).toBe(1_808_593_200_000);
  });

  it.each(['2027-04-25', '2027-04-25T00:00:00', 'soon', Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %s, which is no instant everywhere',
    (moment) => {
      expect(() => toEpochMs(moment)).toThrow(RangeError);
    },
  );
});
