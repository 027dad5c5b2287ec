import { describe, expect, it } from '@jest/globals';
import { maySendCode, mayTryCode } from './contact-code.js';

describe('codes of a contact', () => {
  it.each([
    [0, 0, true],
    [4, 4, true],
    [5, 5, false],
    [6, 6, false],
    [0, 19, true],
    [0, 20, false],
    [0, 21, false],
  ])('after %d tries of the code and %d of the person: %s', (ofThisCode, ofThisPerson, may) =>
    expect(mayTryCode({ ofThisCode, ofThisPerson })).toBe(may),
  );

  it.each([
    [0, true],
    [4, true],
    [5, false],
    [6, false],
  ])('with %d codes sent to the address today: %s', (sent, may) =>
    expect(maySendCode(sent)).toBe(may),
  );
});
