/** A plain fraction of two bigints, reduced after every operation: exact, simple and slow. */
export class NaiveFraction {
  private constructor(
    readonly num: bigint,
    readonly den: bigint,
  ) {}

  static of(num: bigint, den = 1n): NaiveFraction {
    let [left, right] = [num < 0n ? -num : num, den];
    while (right !== 0n) [left, right] = [right, left % right];
    return left === 0n ? new NaiveFraction(0n, 1n) : new NaiveFraction(num / left, den / left);
  }

  plus(other: NaiveFraction): NaiveFraction {
    return NaiveFraction.of(this.num * other.den + other.num * this.den, this.den * other.den);
  }

  minus(other: NaiveFraction): NaiveFraction {
    return NaiveFraction.of(this.num * other.den - other.num * this.den, this.den * other.den);
  }

  times(other: NaiveFraction): NaiveFraction {
    return NaiveFraction.of(this.num * other.num, this.den * other.den);
  }

  over(other: NaiveFraction): NaiveFraction {
    return NaiveFraction.of(this.num * other.den, this.den * other.num);
  }

  isBelow(other: NaiveFraction): boolean {
    return this.num * other.den < other.num * this.den;
  }
}
