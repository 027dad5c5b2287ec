/** An exact share `num / den`, `den > 0`, in lowest terms. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** `fraction(2n, 4n) // → { num: 1n, den: 2n }`; throws RangeError on a zero denominator. */
export function fraction(num: bigint, den: bigint): Fraction {
  if (den === 0n) throw new RangeError('A fraction cannot have the denominator 0');
  const sign = den < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(num < 0n ? -num : num, den < 0n ? -den : den);
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

/** −1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Part of a whole number, rounded up: `shareRoundedUp(3821n, fraction(5n, 100n)) // → 192n` */
export function shareRoundedUp(whole: bigint, share: Fraction): bigint {
  const product = whole * share.num;
  return (product + share.den - 1n) / share.den;
}

/** `formatFraction(fraction(2n, 3n)) // → '2/3'`, whole numbers without the bar. */
export function formatFraction(value: Fraction): string {
  return value.den === 1n ? `${value.num}` : `${value.num}/${value.den}`;
}

/** Reads what {@link formatFraction} wrote: `parseFraction('2/3') // → { num: 2n, den: 3n }` */
export function parseFraction(text: string): Fraction {
  const [num = '', den = '1'] = text.split('/');
  return fraction(BigInt(num), BigInt(den));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left === 0n ? 1n : left;
}
