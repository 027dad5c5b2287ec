import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readableAddress } from './readable-address.js';

describe('an address', () => {
  it.each([
    ['/kk/rounds?q=%D0%B0', '/kk/rounds?q=%D0%B0'],
    ['/kk/100%', '/kk/100%25'],
    ['/rounds/%ED%A0%80', '/rounds/%25ED%25A0%2580'],
    ['/kk/%E0%A4%A?x=%20', '/kk/%25E0%25A4%25A?x=%2520'],
  ])('%s is read as %s', (url, expected) => {
    expect(readableAddress(url)).toBe(expected);
  });

  it('can be decoded whatever it was', () => {
    const bytes = fc.stringMatching(/^\/[%0-9A-F]{0,12}$/);
    fc.assert(fc.property(bytes, (url) => typeof decodeURI(readableAddress(url)) === 'string'));
  });
});
