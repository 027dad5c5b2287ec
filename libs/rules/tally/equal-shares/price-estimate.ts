import { ROUNDING, type Purses } from './purses.js';

/** Relative width within which a certain estimate holds the exact price. */
export const WIDTH = 2 ** -30;
const BLOCK = 256;
const MOST_PASSES = 100;

/** A price of one point in machine numbers. */
export interface Estimate {
  readonly price: number;
  /** The exact price is within WIDTH of it; otherwise only exact arithmetic can tell. */
  readonly certain: boolean;
  /** Bound of its error when certain, much finer than WIDTH as a rule. */
  readonly error: number;
  /** No supporter is near the border between giving all and not. */
  readonly sharp: boolean;
  /** Above the ceiling that was asked for: `price` is only a lower bound. */
  readonly beyond: boolean;
}

export interface Asked {
  readonly project: number;
  readonly cost: number;
  /** A lower bound to start from. */
  readonly from: number;
  /** Prices above this need not be known closely. */
  readonly ceiling: number;
}

const UNCERTAIN = { certain: false, error: Infinity, sharp: false, beyond: false } as const;

/**
 * Finds the price of a point at which the supporters raise a cost, from a lower bound upwards:
 * who has less than the price asks gives all, the others share the rest, until nobody changes.
 * `null` when they certainly cannot raise it. Never decides what is too close to tell.
 */
export class PriceFinder {
  private money = 0;
  private weight = 0;
  private heads = 0;

  constructor(private readonly purses: Purses) {}

  estimate({ project, cost, from, ceiling }: Asked): Estimate | null {
    let price = from;
    let [heads, weight] = [-1, -1];
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      this.pass(project, price);
      if (this.weight === 0) return this.judgeAllIn(project, cost);
      if (this.heads === heads && this.weight === weight) return this.certify(project, cost, price);
      [heads, weight] = [this.heads, this.weight];
      price = (cost - this.money) / this.weight;
      if (price > ceiling) {
        const least = price - this.doubt(project, cost);
        if (least > ceiling) return { ...UNCERTAIN, price: least, beyond: true };
      }
    }
    return { ...UNCERTAIN, price };
  }

  /** Whoever is counted among those who give all, the price that follows is never too high. */
  private doubt(project: number, cost: number): number {
    const exactPart = this.sumError(project, cost, this.heads) / this.weight;
    return exactPart + 8 * ROUNDING * (cost / this.weight);
  }

  private pass(project: number, price: number): void {
    const { balances, members, ends, profile } = this.purses;
    const { weights, supporters, supportPoints, supportStarts } = profile;
    const end = ends[project]!;
    let [money, weight, heads] = [0, 0, 0];
    for (let from = supportStarts[project]!; from < end; from += BLOCK) {
      const until = Math.min(from + BLOCK, end);
      let part = 0;
      for (let place = from; place < until; place++) {
        const at = members[place]!;
        const group = supporters[at]!;
        const balance = balances[group]!;
        if (balance < price * supportPoints[at]!) {
          part += weights[group]! * balance;
          heads += weights[group]!;
        } else {
          weight += weights[group]! * supportPoints[at]!;
        }
      }
      money += part;
    }
    this.money = money;
    this.weight = weight;
    this.heads = heads;
  }

  /** Bound of the error of a sum over the supporters, the balances' own error included. */
  private sumError(project: number, cost: number, heads: number): number {
    const size = this.purses.ends[project]! - this.purses.profile.supportStarts[project]!;
    const roundings = BLOCK + size / BLOCK + 16;
    return 1.01 * (heads * this.purses.error + roundings * ROUNDING * cost);
  }

  private judgeAllIn(project: number, cost: number): Estimate | null {
    const error = this.sumError(project, cost, this.heads);
    if (this.money < cost - error) return null;
    return { ...UNCERTAIN, price: this.highestRatio(project) };
  }

  private highestRatio(project: number): number {
    const { balances, members, ends, profile } = this.purses;
    let highest = 0;
    for (let place = profile.supportStarts[project]!; place < ends[project]!; place++) {
      const at = members[place]!;
      const ratio = balances[profile.supporters[at]!]! / profile.supportPoints[at]!;
      if (ratio > highest) highest = ratio;
    }
    return highest;
  }

  /**
   * The sum of payments grows at least by the weight of those who surely do not give all; if it
   * passes the cost within WIDTH whatever the errors, the exact price lies within.
   */
  private certify(project: number, cost: number, price: number): Estimate {
    const margin = price * WIDTH;
    const { sureWeight, heads, sharp } = this.sortSupporters(project, price, margin);
    const error = this.sumError(project, cost, heads);
    return {
      price,
      certain: error < sureWeight * margin,
      error: (1.01 * error) / sureWeight + 8 * ROUNDING * price,
      sharp,
      beyond: false,
    };
  }

  private sortSupporters(project: number, price: number, margin: number) {
    const { balances, emptied, error, members, ends, profile } = this.purses;
    const { weights, supporters, supportPoints, supportStarts } = profile;
    let [sureWeight, heads, sharp] = [0, 0, true];
    let kept = supportStarts[project]!;
    for (let place = kept; place < ends[project]!; place++) {
      const at = members[place]!;
      const group = supporters[at]!;
      if (emptied[group]) continue;
      members[kept++] = at;
      const [balance, points] = [balances[group]!, supportPoints[at]!];
      heads += weights[group]!;
      if (balance - error > (price + margin) * points) sureWeight += weights[group]! * points;
      else if (balance + error >= (price - margin) * points) sharp = false;
    }
    ends[project] = kept;
    return { sureWeight, heads, sharp };
  }
}
