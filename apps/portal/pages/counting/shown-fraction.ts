import { parseFraction } from '#rules/kernel/fraction.js';
import type { Tiyn } from '#rules/kernel/money.js';

/** A stored sum in tiyn, which may be a fraction, as a whole one: `upTo('10/3') // → 4n` */
export function upTo(text: string): Tiyn {
  const { num, den } = parseFraction(text);
  return (num + den - 1n) / den;
}

/** An average sum in whole tenge, in tiyn: `averageOf('25099/100') // → 200n` */
export function averageOf(text: string): Tiyn {
  const { num, den } = parseFraction(text);
  return (num / (den * TIYN_A_TENGE)) * TIYN_A_TENGE;
}

const TIYN_A_TENGE = 100n;

/** For reading only, to a tenth: `tenths('10/3') // → 3.3` */
export function tenths(text: string): number {
  const { num, den } = parseFraction(text);
  return Number((num * 10n) / den) / 10;
}
