import { SupportScan } from './support-scan.js';
import { ROUNDING, type Purses } from './purses.js';

/** Relative width within which a certain estimate holds the exact price. */
export const WIDTH = 2 ** -20;
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
  private readonly scan: SupportScan;

  constructor(private readonly purses: Purses) {
    this.scan = new SupportScan(purses);
  }

  estimate({ project, cost, from, ceiling }: Asked): Estimate | null {
    const { scan } = this;
    let price = from;
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      scan.pass(project, price);
      if (scan.held < cost - scan.errorOf(scan.everybody, Math.max(cost, scan.held))) return null;
      if (scan.weight === 0) return { ...UNCERTAIN, price: scan.richestBelow };
      price = (cost - scan.money) / scan.weight;
      if (price > ceiling) {
        const least = price - this.doubt(cost);
        if (least > ceiling) return { ...UNCERTAIN, price: least, beyond: true };
      }
      if (price <= scan.poorestAbove) return this.certify(project, cost, price);
    }
    return { ...UNCERTAIN, price };
  }

  /** Whoever is counted among those who give all, the price that follows is never too high. */
  private doubt(cost: number): number {
    const { scan } = this;
    return scan.errorOf(scan.heads, cost) / scan.weight + 8 * ROUNDING * (cost / scan.weight);
  }

  /**
   * The sum of payments grows at least by the weight of those who surely do not give all; if it
   * passes the cost within WIDTH whatever the errors, the exact price lies within.
   */
  private certify(project: number, cost: number, price: number): Estimate {
    const { scan, purses } = this;
    const margin = price * WIDTH;
    const sharp =
      scan.poorestAbove > price + margin + purses.error &&
      scan.richestBelow < price - margin - purses.error;
    const weight = sharp ? scan.weight : scan.sureWeight(project, price, margin);
    const error = scan.errorOf(sharp ? scan.heads : scan.everybody, cost);
    return {
      price,
      certain: error < weight * margin,
      error: (1.01 * error) / weight + 8 * ROUNDING * price,
      sharp,
      beyond: false,
    };
  }
}
