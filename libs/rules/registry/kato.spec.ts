import { describe, expect, it } from '@jest/globals';
import { isKato, isKatoWithin, katoDepthOf } from './kato.js';

describe('isKato', () => {
  it.each([
    ['710000000', true],
    ['391035100', true],
    ['71000000', false],
    ['7100000000', false],
    ['71000000A', false],
    ['000000000', false],
    ['390035000', false],
    ['391000100', true],
    ['390000100', false],
  ])('%s → %s', (code, expected) => {
    expect(isKato(code)).toBe(expected);
  });
});

describe('katoDepthOf', () => {
  it.each([
    ['750000000', 1],
    ['391000000', 2],
    ['391035000', 3],
    ['391035001', 4],
  ])('%s → %d', (code, depth) => {
    expect(katoDepthOf(code)).toBe(depth);
  });
});

describe('isKatoWithin', () => {
  it.each([
    ['391035100', '391000000', true],
    ['391035100', '390000000', true],
    ['391035100', '391035000', true],
    ['391035100', '391036000', false],
    ['391035100', '391035100', false],
    ['390000000', '391000000', false],
  ])('%s within %s → %s', (inner, outer, expected) => {
    expect(isKatoWithin(inner, outer)).toBe(expected);
  });
});
