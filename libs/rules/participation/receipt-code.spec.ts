import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RECEIPT_RANDOM_BYTES, formatReceipt, parseReceipt } from './receipt-code.js';

const ALPHABET = [...'23456789ABCDEFGHJKMNPQRTVWXYZ'];
const anyReceipt = fc
  .uint8Array({ minLength: RECEIPT_RANDOM_BYTES, maxLength: RECEIPT_RANDOM_BYTES })
  .map(formatReceipt);

describe('formatReceipt', () => {
  it('writes groups of four and a check symbol', () => {
    expect(formatReceipt(new Uint8Array(RECEIPT_RANDOM_BYTES))).toBe('2222-2222-2222-2');
  });

  it('uses no symbol that is mixed up with another', () => {
    fc.assert(
      fc.property(anyReceipt, (code) => {
        expect(code).toMatch(
          /^[2-9A-HJKMNP-RTV-Z]{4}(-[2-9A-HJKMNP-RTV-Z]{4}){2}-[2-9A-HJKMNP-RTV-Z]$/,
        );
      }),
    );
  });

  it.each([RECEIPT_RANDOM_BYTES - 1, RECEIPT_RANDOM_BYTES + 1])('refuses %d bytes', (size) => {
    expect(() => formatReceipt(new Uint8Array(size))).toThrow(RangeError);
  });
});

describe('parseReceipt', () => {
  it('reads back what was issued, however it is typed', () => {
    fc.assert(
      fc.property(anyReceipt, (code) => {
        expect(parseReceipt(code)).toBe(code);
        expect(parseReceipt(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
      }),
    );
  });

  it('takes Cyrillic look-alikes for the letters they look like', () => {
    const random = new Uint8Array(RECEIPT_RANDOM_BYTES).map((_, place) =>
      place % 2 === 1 ? 8 : 0,
    );
    const code = formatReceipt(random);
    expect(code.startsWith('AAAA-AAAA-AAAA-')).toBe(true);
    expect(parseReceipt(code.replaceAll('A', 'А'))).toBe(code);
  });

  it('notices every wrong symbol', () => {
    fc.assert(
      fc.property(anyReceipt, fc.nat(12), fc.nat(27), (code, place, shift) => {
        const symbols = [...code.replaceAll('-', '')];
        const old = ALPHABET.indexOf(symbols[place]!);
        symbols[place] = ALPHABET[(old + 1 + shift) % ALPHABET.length]!;
        expect(parseReceipt(symbols.join(''))).toBeNull();
      }),
    );
  });

  it('notices any two symbols swapped, the check symbol too', () => {
    fc.assert(
      fc.property(anyReceipt, fc.nat(12), fc.nat(12), (code, one, other) => {
        const symbols = [...code.replaceAll('-', '')];
        const [left, right] = [symbols[one]!, symbols[other]!];
        fc.pre(left !== right);
        [symbols[one], symbols[other]] = [right, left];
        expect(parseReceipt(symbols.join(''))).toBeNull();
      }),
    );
  });

  it.each(['', '2222-2222-2222', '2222-2222-2222-66', '0000-0000-0000-0', '../../etc/passwd'])(
    'is null for %j',
    (text) => {
      expect(parseReceipt(text)).toBeNull();
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => parseReceipt(text)).not.toThrow();
      }),
    );
  });
});
