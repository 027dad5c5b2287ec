import { approximately, type Link, type Ratio } from '../purses/exact-chain.js';
import type { Picker } from '../purses/picker.js';
import { exactPrice, termsOf, type ExactPrice } from './exact-price.js';
import type { Market } from './market.js';
import { PriceFinder, WIDTH, type Estimate } from './price-estimate.js';
import { Purses, ROUNDING } from './purses.js';

/** One project bought. */
export interface Purchase {
  readonly project: number;
  /** Number of its price in the chain; −1 for a project of cost 0. */
  readonly link: number;
  /** Bounds of its q in machine numbers. */
  readonly low: number;
  readonly high: number;
  /** No other project's q was below this. */
  readonly rivals: number;
  /** Its equals at this step. */
  readonly tied: readonly number[];
  readonly payers: number;
  readonly emptied: number;
}

export interface SharesRun {
  readonly purchases: readonly Purchase[];
  readonly purses: Purses;
}

export interface SharesOptions {
  readonly pick: Picker;
  /** A run with smaller purses: rivals are looked at up to its prices, to tell the two apart. */
  readonly after?: SharesRun;
}

/**
 * The Method of Equal Shares with a given purse (times the number of voters): as long as some
 * project's supporters can raise its cost, buys the one with the smallest q.
 *
 * Only projects whose lower bound could still win are looked at again: purses only shrink, so
 * prices only rise.
 */
export function runShares(market: Market, purse: bigint, options: SharesOptions): SharesRun {
  const run = new Run(market, purse, options);
  run.takeFree();
  while (run.buyNext());
  return { purchases: run.purchases, purses: run.purses };
}

interface Offer {
  readonly project: number;
  readonly estimate: Estimate;
  readonly low: number;
  readonly high: number;
  exact: ExactPrice | null;
}

class Run {
  readonly purchases: Purchase[] = [];
  readonly purses: Purses;
  private readonly finder: PriceFinder;
  private readonly bounds: Float64Array;
  private candidates: number[];

  constructor(
    private readonly market: Market,
    purse: bigint,
    private readonly options: SharesOptions,
  ) {
    const { profile, lowestPrices, divisors } = market;
    this.purses = new Purses(profile, purse, divisors.length);
    this.finder = new PriceFinder(this.purses);
    this.candidates = divisors.flatMap((_, project) =>
      lowestPrices[project]! < Infinity ? [project] : [],
    );
    this.bounds = lowestPrices.map(
      (price, project) => (price / this.divisor(project)) * (1 - WIDTH),
    );
  }

  /** Supported projects of cost 0 need no money and come first. */
  takeFree(): void {
    const { costs } = this.market;
    let free = this.candidates.filter((project) => costs[project] === 0n);
    this.candidates = this.candidates.filter((project) => costs[project] !== 0n);
    while (free.length > 0) {
      const project = this.options.pick(free, null);
      const tied = free.filter((other) => other !== project);
      this.purchases.push({
        project,
        link: -1,
        low: 0,
        high: 0,
        rivals: 0,
        tied,
        payers: 0,
        emptied: 0,
      });
      free = this.withoutGroup(tied, project);
      this.candidates = this.withoutGroup(this.candidates, project);
    }
  }

  buyNext(): boolean {
    const offers = this.cheapestOffers();
    if (offers.length === 0) return false;
    const best = offers.length === 1 ? offers : this.exactlyCheapest(offers);
    const chosen =
      best.length === 1
        ? best[0]!.project
        : this.options.pick(
            best.map((offer) => offer.project),
            null,
          );
    this.buy(
      best.find((offer) => offer.project === chosen)!,
      best,
    );
    return true;
  }

  /** Everybody whose q may be the smallest, by bounds. */
  private cheapestOffers(): readonly Offer[] {
    const { bounds } = this;
    this.candidates.sort((a, b) => bounds[a]! - bounds[b]!);
    const offers: Offer[] = [];
    let limit = Infinity;
    const least = this.options.after?.purchases[this.purchases.length]?.high ?? 0;
    const gone = new Set<number>();
    for (const project of this.candidates) {
      if (bounds[project]! > Math.max(limit, least)) break;
      const offer = this.offerOf(project);
      if (!offer) {
        gone.add(project);
        continue;
      }
      bounds[project] = offer.low;
      limit = Math.min(limit, offer.high);
      offers.push(offer);
    }
    if (gone.size > 0) this.candidates = this.candidates.filter((project) => !gone.has(project));
    return offers.filter((offer) => offer.low <= limit);
  }

  private offerOf(project: number): Offer | null {
    const divisor = this.divisor(project);
    const cost = this.market.costs[project]!;
    const from = this.bounds[project]! * divisor;
    const estimate = this.finder.estimate(project, Number(cost), from);
    if (!estimate) return null;
    if (estimate.certain) {
      const q = estimate.price / divisor;
      return {
        project,
        estimate,
        low: q * (1 - 2 * WIDTH),
        high: q * (1 + 2 * WIDTH),
        exact: null,
      };
    }
    const exact = exactPrice(this.purses, { position: project, cost }, estimate.price);
    if (!exact) return null;
    const price = approximately(exact.ratio);
    const q = price / divisor;
    const low = q * (1 - 16 * ROUNDING);
    return { project, estimate: { ...estimate, price }, low, high: q * (1 + 16 * ROUNDING), exact };
  }

  private exactlyCheapest(offers: readonly Offer[]): readonly Offer[] {
    const { costs, divisors } = this.market;
    let best: Offer[] = [];
    for (const offer of offers) {
      const { project, estimate } = offer;
      offer.exact ??= exactPrice(
        this.purses,
        { position: project, cost: costs[project]! },
        estimate.price,
      );
      const order = best[0] ? compareQ(offer, best[0], divisors) : -1;
      if (order < 0) best = [offer];
      else if (order === 0) best.push(offer);
    }
    return best;
  }

  private buy(offer: Offer, equals: readonly Offer[]): void {
    const { project, low, high } = offer;
    const { terms, ...payment } = this.paymentFor(offer);
    this.purses.buy(project, { ...payment, link: terms.link });
    this.candidates = this.withoutGroup(
      this.candidates.filter((other) => other !== project),
      project,
    );
    this.purchases.push({
      project,
      link: this.purses.linkOf[project]!,
      low,
      high,
      rivals: this.candidates.reduce(
        (least, other) => Math.min(least, this.bounds[other]!),
        Infinity,
      ),
      tied: equals.flatMap((equal) => (equal === offer ? [] : [equal.project])),
      payers: terms.payers,
      emptied: terms.emptied,
    });
  }

  /** Who gives all is taken from exact arithmetic where anybody is near the border. */
  private paymentFor({ project, estimate, exact }: Offer) {
    const { profile, costs } = this.market;
    const stood = { position: project, cost: costs[project]! };
    if (!exact && estimate.sharp) {
      const { balances } = this.purses;
      const { supporters, supportPoints } = profile;
      const isEmptied = (at: number) =>
        balances[supporters[at]!]! < estimate.price * supportPoints[at]!;
      const terms = termsOf(this.purses, stood, isEmptied);
      return { terms, isEmptied, ...this.roundedPrice(terms.link, estimate) };
    }
    const { terms, gives, ratio } = exact ?? exactPrice(this.purses, stood, estimate.price)!;
    const price = approximately(ratio);
    const first = profile.supportStarts[project]!;
    const isEmptied = (at: number) => gives[at - first] === 1;
    return { terms, isEmptied, price, priceError: 4 * ROUNDING * price };
  }

  /** Errors would grow from purchase to purchase; from the exact price they start anew. */
  private roundedPrice(link: Link, { price, error }: Estimate) {
    if (error <= 32 * ROUNDING * price) return { price, priceError: error };
    const exact = approximately(this.purses.prices.worth(link));
    return { price: exact, priceError: 4 * ROUNDING * exact };
  }

  private divisor(project: number): number {
    return Number(this.market.divisors[project]!) || 1;
  }

  private withoutGroup(projects: readonly number[], taken: number): number[] {
    const { election } = this.market;
    const { group } = election.projects[taken]!;
    return projects.filter(
      (project) => group === undefined || election.projects[project]!.group !== group,
    );
  }
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
