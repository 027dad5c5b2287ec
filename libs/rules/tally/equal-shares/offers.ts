import { approximately, type Ratio } from '../purses/exact-chain.js';
import { exactPrice, type ExactPrice } from './exact-price.js';
import type { Market } from './market.js';
import { PriceFinder, WIDTH, type Estimate } from './price-estimate.js';
import { ROUNDING, type Purses } from './purses.js';

/** A project that may be the cheapest, with bounds of its q. */
export interface Offer {
  readonly project: number;
  readonly estimate: Estimate;
  readonly low: number;
  readonly high: number;
  readonly exact: ExactPrice | null;
}

/**
 * Looks for the smallest q. A project is looked at again only when the lower bound of its q,
 * known from before, does not already exclude it.
 */
export class Offers {
  /**
   * No project's q is below this; purses only shrink, so it holds for all later rounds. Infinity
   * for who can no longer be bought.
   */
  readonly bounds: Float64Array;
  private readonly finder: PriceFinder;
  private readonly lookedAt: Int32Array;
  private round = 0;

  constructor(
    private readonly market: Market,
    private readonly purses: Purses,
  ) {
    this.finder = new PriceFinder(purses);
    this.bounds = market.lowestQ.slice();
    this.lookedAt = new Int32Array(this.bounds.length);
  }

  /** Bounds known from elsewhere: they hold here too. */
  learn(bounds: Float64Array): void {
    for (let project = 0; project < bounds.length; project++) {
      if (bounds[project]! > this.bounds[project]!) this.bounds[project] = bounds[project]!;
    }
  }

  /**
   * The cheapest, or several with exactly the same q; none when nobody can pay for anything.
   * `least`: up to this q bounds are made as close as they can be, though nothing hangs on it.
   */
  cheapest(least: number): readonly Offer[] {
    const near: Offer[] = [];
    let limit = Infinity;
    this.round++;
    for (;;) {
      const ceiling = Math.max(limit, least);
      const project = this.nextWithin(ceiling);
      if (project === -1) break;
      const offer = this.offerOf(project, ceiling);
      if (!offer) continue;
      limit = Math.min(limit, offer.high);
      near.push(offer);
    }
    return this.exactlyCheapest(near.filter((offer) => offer.low <= limit));
  }

  /** Null when its supporters can never pay any more. */
  offerOf(project: number, ceiling: number): Offer | null {
    this.lookedAt[project] = this.round;
    const offer = this.estimated(project, ceiling);
    this.bounds[project] = offer ? Math.max(this.bounds[project]!, offer.low) : Infinity;
    return offer;
  }

  /** Of those not yet looked at in this round the one with the lowest bound; −1 for none. */
  private nextWithin(ceiling: number): number {
    const { bounds, lookedAt, round } = this;
    let [next, least] = [-1, ceiling];
    for (const project of this.market.supported) {
      const bound = bounds[project]!;
      if (bound > least || bound === Infinity || lookedAt[project] === round) continue;
      if (next !== -1 && bound === least) continue;
      [next, least] = [project, bound];
    }
    return next;
  }

  private estimated(project: number, ceiling: number): Offer | null {
    const divisor = this.market.roughDivisors[project]!;
    const estimate = this.finder.estimate({
      project,
      cost: this.market.roughCosts[project]!,
      from: this.bounds[project]! * divisor,
      ceiling: ceiling * divisor * (1 + 8 * ROUNDING),
    });
    if (!estimate) return null;
    if (estimate.beyond) {
      const low = (estimate.price / divisor) * (1 - 4 * ROUNDING);
      return { project, estimate, low, high: Infinity, exact: null };
    }
    return estimate.certain
      ? { project, estimate, ...around(estimate.price / divisor, 2 * WIDTH), exact: null }
      : this.exactOffer(project, estimate);
  }

  private exactOffer(project: number, estimate: Estimate): Offer | null {
    const exact = this.exactPriceOf(project, estimate);
    if (!exact) return null;
    const price = approximately(exact.ratio);
    const bounds = around(price / this.market.roughDivisors[project]!, 16 * ROUNDING);
    return { project, estimate: { ...estimate, price }, ...bounds, exact };
  }

  private exactPriceOf(project: number, { price }: Estimate): ExactPrice | null {
    return exactPrice(this.purses, { position: project, cost: this.market.costs[project]! }, price);
  }

  private exactlyCheapest(offers: readonly Offer[]): readonly Offer[] {
    if (offers.length < 2) return offers;
    let best: Offer[] = [];
    for (const offer of offers) {
      const exact = offer.exact ?? this.exactPriceOf(offer.project, offer.estimate);
      const order = best[0] ? compareQ({ ...offer, exact }, best[0], this.market.divisors) : -1;
      if (order <= 0) best = [...(order < 0 ? [] : best), { ...offer, exact }];
    }
    return best;
  }
}

function around(q: number, width: number) {
  return { low: q * (1 - width), high: q * (1 + width) };
}

function compareQ(a: Offer, b: Offer, divisors: readonly bigint[]): number {
  const left = ratioOf(a);
  const right = ratioOf(b);
  const difference =
    left.num * right.den * divisors[b.project]! - right.num * left.den * divisors[a.project]!;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function ratioOf(offer: Offer): Ratio {
  if (!offer.exact) throw new RangeError('An offer that its supporters cannot pay');
  return offer.exact.ratio;
}
