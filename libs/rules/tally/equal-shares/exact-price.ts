import { approximately, type Link, type Ratio } from '../purses/exact-chain.js';
import { ROUNDING, type Purses } from './purses.js';

/** The exact price of a point and who gives all at it. */
export interface ExactPrice {
  readonly terms: Terms;
  readonly ratio: Ratio;
  /** By place among the supporters of the project. */
  readonly gives: Uint8Array;
}

/**
 * The same as an estimate, in whole numbers: `null` when the supporters cannot raise the cost.
 * Machine numbers only sort out supporters who are far from the border.
 */
export function exactPrice(
  purses: Purses,
  project: { readonly position: number; readonly cost: bigint },
  guess: number,
): ExactPrice | null {
  const finder = new ExactFinder(purses, project);
  return finder.canPay() ? finder.find(guess) : null;
}

/** What the supporters' payments come to when it is known who gives all. */
export interface Terms {
  readonly link: Link;
  readonly payers: number;
  readonly emptied: number;
}

export function termsOf(
  purses: Purses,
  { position, cost }: { readonly position: number; readonly cost: bigint },
  givesAll: (at: number) => boolean,
): Terms {
  const { supportStarts, supporters, supportPoints, weights } = purses.profile;
  const coefficients = new Map<number, number>();
  let [payers, emptied, divisor] = [0, 0, 0];
  for (let at = supportStarts[position]!; at < supportStarts[position + 1]!; at++) {
    const group = supporters[at]!;
    if (purses.emptied[group]) continue;
    payers += weights[group]!;
    if (givesAll(at)) {
      emptied += weights[group]!;
      purses.addPayments(group, weights[group]!, coefficients);
    } else {
      divisor += weights[group]! * supportPoints[at]!;
    }
  }
  const link = { constant: cost - BigInt(emptied) * purses.full, coefficients, divisor };
  return { link, payers, emptied };
}

class ExactFinder {
  private readonly first: number;
  private readonly gives: Uint8Array;
  private readonly balances = new Map<string, bigint>();

  constructor(
    private readonly purses: Purses,
    private readonly project: { readonly position: number; readonly cost: bigint },
  ) {
    const { supportStarts } = purses.profile;
    this.first = supportStarts[project.position]!;
    this.gives = new Uint8Array(supportStarts[project.position + 1]! - this.first);
  }

  canPay(): boolean {
    const { link } = termsOf(this.purses, this.project, () => true);
    return this.purses.prices.weigh(link.constant, link.coefficients) <= 0n;
  }

  find(guess: number): ExactPrice {
    this.sortRoughly(guess);
    for (;;) {
      const terms = termsOf(this.purses, this.project, (at) => this.gives[at - this.first] === 1);
      if (terms.link.divisor === 0) {
        this.spareRichest();
        continue;
      }
      const ratio = this.purses.prices.worth(terms.link);
      if (!this.sortExactly(ratio)) return { terms, ratio, gives: this.gives };
    }
  }

  private sortRoughly(price: number): void {
    this.eachSupporter((at, group) => {
      const asked = price * this.purses.profile.supportPoints[at]!;
      this.gives[at - this.first] = this.purses.balances[group]! < asked ? 1 : 0;
    });
  }

  /** At the price found, does everybody stand on the right side? Moves who does not. */
  private sortExactly(ratio: Ratio): boolean {
    const price = approximately(ratio);
    let moved = false;
    this.eachSupporter((at, group) => {
      const points = this.purses.profile.supportPoints[at]!;
      const side = this.sideOf(group, points, { ratio, price });
      const gives = side < 0 ? 1 : 0;
      if (side === 0 || this.gives[at - this.first] === gives) return;
      this.gives[at - this.first] = gives;
      moved = true;
    });
    return moved;
  }

  /** Below 0: has less than is asked; 0: exactly as much. */
  private sideOf(
    group: number,
    points: number,
    { ratio, price }: { readonly ratio: Ratio; readonly price: number },
  ): number {
    const gap = this.purses.balances[group]! - price * points;
    const doubt = this.purses.error + 8 * ROUNDING * price * points;
    if (Math.abs(gap) > doubt) return gap;
    const scaled = this.exactBalance(group) * ratio.den;
    const asked = ratio.num * BigInt(points) * this.purses.prices.commonDenominator;
    return scaled < asked ? -1 : scaled > asked ? 1 : 0;
  }

  /** As a multiple of 1 ÷ common denominator; groups that paid for the same have the same. */
  private exactBalance(group: number): bigint {
    const payments = new Map<number, number>();
    this.purses.addPayments(group, -1, payments);
    const key = [...payments].join(';');
    const known = this.balances.get(key);
    if (known !== undefined) return known;
    const balance = this.purses.prices.weigh(this.purses.full, payments);
    this.balances.set(key, balance);
    return balance;
  }

  /** Whoever has most per point never gives all but at the very price that takes it. */
  private spareRichest(): void {
    let richest: { at: number; balance: bigint; points: number } | null = null;
    this.eachSupporter((at, group) => {
      const points = this.purses.profile.supportPoints[at]!;
      const balance = this.exactBalance(group);
      if (!richest || balance * BigInt(richest.points) > richest.balance * BigInt(points)) {
        richest = { at, balance, points };
      }
    });
    if (!richest) throw new RangeError('Nobody has anything left');
    this.gives[(richest as { at: number }).at - this.first] = 0;
  }

  private eachSupporter(visit: (at: number, group: number) => void): void {
    const { supporters } = this.purses.profile;
    for (let place = 0; place < this.gives.length; place++) {
      const group = supporters[this.first + place]!;
      if (!this.purses.emptied[group]) visit(this.first + place, group);
    }
  }
}
