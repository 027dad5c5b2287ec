import { parseAmount, type Amount } from '../amount.js';

/** A sum as a file writes it: `plain` when strict reading would take it too. */
export interface WrittenAmount {
  readonly amount: Amount;
  readonly plain: boolean;
}

const DECIMAL_COMMA = /^(-?\d+),(\d{1,2}|\d{4,})$/;
const EXPONENT = /^(-?\d+)(?:\.(\d+))?[eE]\+?(\d{1,2})$/;

/**
 * Reads a sum, also with a decimal comma, an exponent or spaces between thousands; null when
 * it is absent or could mean two things (`12,000`).
 *
 * @example readAmount('1 250,50') // → { amount: { digits: 12505n, decimals: 1 }, plain: false }
 */
export function readAmount(text: string): WrittenAmount | null {
  const plain = parseAmount(text);
  if (plain) return { amount: plain, plain: true };
  const joined = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^\+/, '');
  const unusual =
    parseAmount(joined.replace(DECIMAL_COMMA, '$1.$2')) ?? parseAmount(withoutExponent(joined));
  return unusual && { amount: unusual, plain: false };
}

function withoutExponent(text: string): string {
  const match = EXPONENT.exec(text);
  if (!match) return text;
  const shift = Number(match[3]);
  const decimals = (match[2] ?? '').padEnd(shift, '0');
  return `${match[1]}${decimals.slice(0, shift)}.${decimals.slice(shift)}`.replace(/\.$/, '');
}
