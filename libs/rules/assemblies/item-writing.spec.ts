import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isItemField, isSpeech, settleWriting } from './item-writing.js';

describe('settleWriting', () => {
  it.each([
    [0, 0, false, { kind: 'applied', version: 1 }],
    [3, 2, false, { kind: 'conflicting', version: 3 }],
    [3, 3, false, { kind: 'applied', version: 4 }],
    [3, 4, false, { kind: 'conflicting', version: 3 }],
    [3, 2, true, { kind: 'applied', version: 3 }],
  ] as const)('on version %i from %i, same %s: %j', (version, base, same, outcome) => {
    expect(settleWriting({ version }, { base, same })).toEqual(outcome);
  });

  it('loses no text, in whatever order two secretaries are heard', () => {
    const writing = fc.record({ base: fc.nat({ max: 4 }), text: fc.constantFrom('а', 'ә', 'б') });
    fc.assert(
      fc.property(fc.array(writing, { maxLength: 12 }), (writings) => {
        let standing = { version: 0, text: '' };
        const kept: string[] = [];
        const seen: string[] = [''];
        for (const { base, text } of writings) {
          const outcome = settleWriting(standing, { base, same: text === standing.text });
          if (outcome.kind === 'conflicting') kept.push(text);
          else standing = { version: outcome.version, text };
          seen.push(standing.text);
        }
        // Every text stood once or is kept beside.
        for (const { text } of writings) expect([...seen, ...kept]).toContain(text);
      }),
    );
  });
});

describe('fields of an item', () => {
  it.each([
    ['votes', true],
    ['speech:0197c0de-0000-7000-8000-000000000001', true],
    ['speech:1', false],
    ['title', false],
    ['__proto__', false],
  ])('%s: %s', (field, expected) => expect(isItemField(field)).toBe(expected));

  it('tells a speech', () => {
    expect([isSpeech('votes'), isSpeech('speech:x')]).toEqual([false, true]);
  });
});
