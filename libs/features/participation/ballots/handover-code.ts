import { randomInt } from 'node:crypto';
import { symbolsTyped } from '#rules/participation/receipt-code.js';

/** Letters only, and none that is mixed up with another one or with a digit. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** How long a code opens a ballot on another device; it opens one once. */
export const HANDOVER_MINUTES = 15;

/** A fresh code of six letters: 22⁶, one in a hundred million. */
export function newHandoverCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** `parseHandoverCode(' kqwe-ab ') // → 'KQWEAB'`; null when it cannot be a code. */
export function parseHandoverCode(text: string): string | null {
  const symbols = symbolsTyped(text);
  const isCode = symbols.length === LENGTH && [...symbols].every((each) => LETTERS.includes(each));
  return isCode ? symbols : null;
}
