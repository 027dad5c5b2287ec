import { describe, expect, it } from '@jest/globals';
import { byteRangeOf } from './byte-range.js';

describe('the wanted bytes of a file', () => {
  it.each([
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=0-99', { first: 0, last: 99 }],
    ['bytes=0-100', { first: 0, last: 99 }],
    ['bytes=99-', { first: 99, last: 99 }],
    ['bytes=-1', { first: 99, last: 99 }],
    ['bytes=-500', { first: 0, last: 99 }],
  ])('are those of %s', (header, wanted) => expect(byteRangeOf(header, 100)).toEqual(wanted));

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('are none of the file in %s', (header) =>
    expect(byteRangeOf(header, 100)).toBe('unsatisfiable'),
  );

  it.each([undefined, '', 'bytes=-', 'bytes=5-4', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=a-b'])(
    'are all of them for %j',
    (header) => expect(byteRangeOf(header, 100)).toBeNull(),
  );
});
