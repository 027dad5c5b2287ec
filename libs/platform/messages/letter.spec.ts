import { describe, expect, it } from '@jest/globals';
import { oneLine } from './letter.js';

describe('a heading', () => {
  it.each([
    ['Су құбыры', 'Су құбыры'],
    ['Су\r\nBcc: thief@example.kz', 'Су Bcc: thief@example.kz'],
    ['Су\nX: y', 'Су X: y'],
    ['Су\rX: y', 'Су X: y'],
    ['Су\u2028X\u2029y\u0085z\u000bv', 'Су X y z v'],
    ['a\u0000b', 'a b'],
    ['\u202eздесь\u2066там', 'здесьтам'],
    ['  a \t b  ', 'a b'],
  ])('%j stays one line: %j', (text, line) => expect(oneLine(text)).toBe(line));

  it.each([
    [159, 159],
    [160, 160],
    [161, 160],
  ])('of %d letters has %d', (written, left) =>
    expect([...oneLine('ж'.repeat(written))]).toHaveLength(left),
  );
});
