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
  /** Bought first with any larger purse too: nobody gave all so far, no rival can be cheaper. */
  readonly settled: boolean;
}

export interface SharesRun {
  readonly purchases: readonly Purchase[];
  readonly purses: Purses;
}

export interface SharesOptions {
  readonly pick: Picker;
  /**
   * A run with smaller purses: what is settled there is not looked at again, and rivals are
   * looked at up to its prices, to tell the two apart.
   */
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
  run.takeSettled();
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
  /** Also those that nobody can pay: with a larger purse they could be. */
  private unbought: number[];

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
    this.unbought = this.candidates.slice();
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
        settled: true,
      });
      free = this.withoutGroup(tied, project);
      this.leaveMarket(project);
    }
  }

  takeSettled(): void {
    const { after } = this.options;
    for (const purchase of after?.purchases.slice(this.purchases.length) ?? []) {
      if (!purchase.settled) return;
      const { project, payers, tied, low, high } = purchase;
      const cost = this.market.costs[project]!;
      const { link } = termsOf(this.purses, { position: project, cost }, () => false);
      const price = Number(cost) / link.divisor;
      this.purses.buy(project, {
        price,
        priceError: 4 * ROUNDING * price,
        link,
        isEmptied: () => false,
      });
      this.leaveMarket(project);
      this.note({ project, low, high, tied, payers, emptied: 0, settled: true });
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
    const least = this.options.after?.purchases[this.purchases.length]?.high ?? 0;
    let limit = Infinity;
    const gone = new Set<number>();
    for (const project of this.candidates) {
      const ceiling = Math.max(limit, least);
      if (bounds[project]! > ceiling) break;
      const offer = this.offerOf(project, ceiling);
      if (!offer) {
        gone.add(project);
        continue;
      }
      bounds[project] = Math.max(bounds[project]!, offer.low);
      limit = Math.min(limit, offer.high);
      offers.push(offer);
    }
    if (gone.size > 0) this.candidates = this.candidates.filter((project) => !gone.has(project));
    return offers.filter((offer) => offer.low <= limit);
  }

  private offerOf(project: number, ceiling: number): Offer | null {
    const divisor = this.divisor(project);
    const cost = this.market.costs[project]!;
    const from = this.bounds[project]! * divisor;
    const asked = {
      project,
      cost: Number(cost),
      from,
      ceiling: ceiling * divisor * (1 + 8 * ROUNDING),
    };
    const estimate = this.finder.estimate(asked);
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
    const cost = this.market.costs[project]!;
    const exact = exactPrice(this.purses, { position: project, cost }, estimate.price);
    if (!exact) return null;
    const price = approximately(exact.ratio);
    const bounds = around(price / this.divisor(project), 16 * ROUNDING);
    return { project, estimate: { ...estimate, price }, ...bounds, exact };
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
    const { payers, emptied } = terms;
    this.purses.buy(project, { ...payment, link: terms.link });
    this.leaveMarket(project);
    const tied = equals.flatMap((equal) => (equal === offer ? [] : [equal.project]));
    const settled = emptied === 0 && this.isSettled(offer, equals);
    this.note({ project, low, high, tied, payers, emptied, settled });
  }

  private leaveMarket(project: number): void {
    const others = this.candidates.filter((other) => other !== project);
    this.candidates = this.withoutGroup(others, project);
    const unbought = this.unbought.filter((other) => other !== project);
    this.unbought = this.withoutGroup(unbought, project);
  }

  private note(purchase: Omit<Purchase, 'link' | 'rivals'>): void {
    const link = this.purses.linkOf[purchase.project]!;
    const rivals = this.candidates.reduce(
      (least, other) => Math.min(least, this.bounds[other]!),
      Infinity,
    );
    this.purchases.push({ ...purchase, link, rivals });
  }

  /** Rivals are dearer even if all their supporters paid, or equals whose supporters all do. */
  private isSettled({ high }: Offer, equals: readonly Offer[]): boolean {
    if (this.purchases.some((purchase) => !purchase.settled)) return false;
    const { lowestPrices } = this.market;
    return this.unbought.every((other) => {
      const equal = equals.find((offer) => offer.project === other);
      if (equal) return equal.exact?.terms.emptied === 0;
      return (lowestPrices[other]! / this.divisor(other)) * (1 - WIDTH) > high;
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
