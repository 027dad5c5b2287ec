import { describe, expect, it } from '@jest/globals';
import { assertOpeningKey, type OpeningKeyTerms } from './opening-key.js';

const KEY = `age1${'q'.repeat(58)}`;
const codesOf = (terms: Partial<OpeningKeyTerms>, recipient = KEY): unknown => {
  try {
    assertOpeningKey({ secrecy: 'presence', now: 9, votingFrom: 10, ...terms }, recipient);
  } catch (error) {
    const { details } = error as { details: { faults: { code: string }[] } };
    return details.faults.map(({ code }) => code);
  }
  return [];
};

describe("an auditor's key", () => {
  it.each([
    [9, []],
    [10, ['ledger.key_too_late']],
    [11, ['ledger.key_too_late']],
  ])('at %i of a voting that opens at 10: %j', (now, codes) => {
    expect(codesOf({ now })).toEqual(codes);
  });

  it.each([
    [KEY, true],
    [`age1pq1${'q'.repeat(1_952)}`, true],
    [`age1${'q'.repeat(57)}`, false],
    [`age1${'b'.repeat(58)}`, false],
    [`AGE-SECRET-KEY-1${'Q'.repeat(58)}`, false],
    ['', false],
  ])('%s', (recipient, isKey) => {
    expect(codesOf({}, recipient)).toEqual(isKey ? [] : ['ledger.key_unreadable']);
  });

  it('is not needed where everything is opened, and all faults are told', () => {
    expect(codesOf({ secrecy: 'openings', now: 11 }, 'x')).toEqual([
      'ledger.key_too_late',
      'ledger.key_not_needed',
      'ledger.key_unreadable',
    ]);
  });
});
