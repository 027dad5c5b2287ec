import { parseFraction } from '#rules/kernel/fraction.js';
import type { Tiyn } from '#rules/kernel/money.js';

/** A stored sum in tiyn, which may be a fraction, as a whole one: `upTo('10/3') // → 4n` */
export function upTo(text: string): Tiyn {
  const { num, den } = parseFraction(text);
  return (num + den - 1n) / den;
}

/** `downTo('10/3') // → 3n` */
export function downTo(text: string): Tiyn {
  const { num, den } = parseFraction(text);
  return num / den;
}

/** For reading only, to a tenth: `tenths('10/3') // → 3.3` */
export function tenths(text: string): number {
  const { num, den } = parseFraction(text);
  return Number((num * 10n) / den) / 10;
}
