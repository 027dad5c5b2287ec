/** `(constant + Σ coefficient · value of an earlier link) ÷ divisor`, all whole numbers. */
export interface Link {
  readonly constant: bigint;
  /** By number of the earlier link, 0 for none; may be shorter than the chain. */
  readonly coefficients: Float64Array;
  readonly divisor: number;
}

/** An exact ratio that need not be in lowest terms; `den > 0`. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * Exact values of which each leans on the earlier ones. A link is not even looked at until a
 * value is asked for; then all up to it are worked out over one common denominator.
 *
 * @example chain.add(() => ({ constant: 10n, coefficients: Float64Array.of(), divisor: 3 }))
 *   // → 0, value 10/3
 *   chain.add(() => ({ constant: 1n, coefficients: Float64Array.of(3), divisor: 2 }))
 *   // → 1, value 11/2
 */
export class ExactChain {
  private readonly links: (() => Link)[] = [];
  private readonly numerators: bigint[] = [];
  private denominator = 1n;

  get length(): number {
    return this.links.length;
  }

  add(link: () => Link): number {
    return this.links.push(link) - 1;
  }

  value(link: number): Ratio {
    this.solve();
    return { num: this.numerators[link]!, den: this.denominator };
  }

  /** What a link would be worth if it came next. */
  worth({ constant, coefficients, divisor }: Link): Ratio {
    const num = this.weigh(constant, coefficients);
    return { num, den: this.denominator * BigInt(divisor) };
  }

  /** `constant + Σ coefficient · value`, as a multiple of 1 ÷ `commonDenominator`. */
  weigh(constant: bigint, coefficients: Float64Array): bigint {
    this.solve();
    return this.sum(constant, coefficients);
  }

  get commonDenominator(): bigint {
    this.solve();
    return this.denominator;
  }

  private solve(): void {
    while (this.numerators.length < this.links.length) {
      const { constant, coefficients, divisor } = this.links[this.numerators.length]!();
      this.extend(this.sum(constant, coefficients), divisor);
    }
  }

  private sum(constant: bigint, coefficients: Float64Array): bigint {
    let sum = constant * this.denominator;
    for (const [link, coefficient] of coefficients.entries()) {
      if (coefficient !== 0) sum += BigInt(coefficient) * this.numerators[link]!;
    }
    return sum;
  }

  /** Keeps the common denominator small: what the new numerator shares with its divisor goes. */
  private extend(sum: bigint, divisor: number): void {
    const common = smallDivisor(Number(sum % BigInt(divisor)), divisor);
    const factor = BigInt(divisor / common);
    if (factor !== 1n) {
      for (let link = 0; link < this.numerators.length; link++) this.numerators[link]! *= factor;
    }
    this.denominator *= factor;
    this.numerators.push(sum / BigInt(common));
  }
}

/** The nearest machine number, within 2⁻⁵² of its size. */
export function approximately({ num, den }: Ratio): number {
  if (num < 0n) return -approximately({ num: -num, den });
  const shift = bitLength(den) - bitLength(num) + 64;
  const quotient = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  return shift > 1000
    ? Number(quotient) * 2 ** -1000 * 2 ** (1000 - shift)
    : Number(quotient) * 2 ** -shift;
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}

function smallDivisor(a: number, b: number): number {
  let [left, right] = [Math.abs(a), b];
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}
