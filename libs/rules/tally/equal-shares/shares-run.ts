import { approximately, type Link } from '../purses/exact-chain.js';
import type { Picker } from '../purses/picker.js';
import { exactPrice, marksAt, termsOf } from './exact-price.js';
import type { Market } from './market.js';
import { Offers, type Offer } from './offers.js';
import type { Estimate } from './price-estimate.js';
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

class Run {
  readonly purchases: Purchase[] = [];
  readonly purses: Purses;
  private readonly offers: Offers;
  /** Who may still be bought; projects that nobody can pay any more are left out. */
  private candidates: readonly number[];
  /** These too: with a larger purse they could be. */
  private unbought: readonly number[];
  private settled = true;

  constructor(
    private readonly market: Market,
    purse: bigint,
    private readonly options: SharesOptions,
  ) {
    this.purses = new Purses(market.profile, purse, market.costs.length);
    this.offers = new Offers(market, this.purses);
    this.candidates = market.supported;
    this.unbought = market.supported;
  }

  /** Supported projects of cost 0 need no money and come first. */
  takeFree(): void {
    const isFree = (project: number) => this.market.costs[project] === 0n;
    for (let free = this.candidates.filter(isFree); free.length > 0;) {
      const project = this.options.pick(free, null);
      const tied = free.filter((other) => other !== project);
      this.leaveMarket(project);
      this.purchases.push({ project, link: -1, tied, ...FREE_OF_CHARGE });
      free = this.candidates.filter(isFree);
    }
  }

  /** What a run with smaller purses bought for good costs the same here. */
  takeSettled(): void {
    const { after } = this.options;
    for (const purchase of after?.purchases.slice(this.purchases.length) ?? []) {
      if (!purchase.settled) return;
      const { project } = purchase;
      const cost = this.market.costs[project]!;
      const marks = marksAt(this.purses, project, 0);
      const { link } = termsOf(this.purses, { position: project, cost }, marks);
      const price = Number(cost) / link.divisor;
      this.purses.buy(project, { price, priceError: 4 * ROUNDING * price, link, marks });
      this.leaveMarket(project);
      this.purchases.push({ ...purchase, link: this.purses.linkOf[project]! });
    }
  }

  buyNext(): boolean {
    const least = this.options.after?.purchases[this.purchases.length]?.high ?? 0;
    const { equals, gone } = this.offers.cheapest(this.candidates, least);
    this.candidates = this.candidates.filter((project) => !gone.has(project));
    const [first] = equals;
    if (!first) return false;
    const projects = equals.map(({ project }) => project);
    const chosen = projects.length === 1 ? projects[0]! : this.options.pick(projects, null);
    this.buy(
      equals.find(({ project }) => project === chosen)!,
      equals,
    );
    return true;
  }

  private buy(offer: Offer, equals: readonly Offer[]): void {
    const { project, low, high } = offer;
    const { terms, ...payment } = this.paymentFor(offer);
    this.purses.buy(project, { ...payment, link: terms.link });
    this.settled &&= terms.emptied === 0 && this.isSettled(offer, equals);
    const rivals = this.leastOfOthers(project);
    this.leaveMarket(project);
    this.purchases.push({
      project,
      link: this.purses.linkOf[project]!,
      low,
      high,
      rivals,
      tied: equals.flatMap((equal) => (equal === offer ? [] : [equal.project])),
      payers: terms.payers,
      emptied: terms.emptied,
      settled: this.settled,
    });
  }

  /** Who gives all is taken from exact arithmetic where anybody is near the border. */
  private paymentFor({ project, estimate, exact: known }: Offer) {
    const stand = { position: project, cost: this.market.costs[project]! };
    if (!known && estimate.sharp) {
      const marks = marksAt(this.purses, project, estimate.price);
      const terms = termsOf(this.purses, stand, marks);
      return { terms, marks, ...this.roundedPrice(terms.link, estimate) };
    }
    const exact = known ?? exactPrice(this.purses, stand, estimate.price)!;
    const price = approximately(exact.ratio);
    return { ...exact, price, priceError: 4 * ROUNDING * price };
  }

  /** Errors would grow from purchase to purchase; from the exact price they start anew. */
  private roundedPrice(link: Link, { price, error }: Estimate) {
    if (error <= MOST_ERROR * Number(this.purses.full)) return { price, priceError: error };
    const exact = approximately(this.purses.prices.worth(link));
    return { price: exact, priceError: 4 * ROUNDING * exact };
  }

  /** Those of its own group compete too, until it is bought. */
  private leastOfOthers(project: number): number {
    const { bounds } = this.offers;
    return this.candidates.reduce(
      (least, other) => (other === project ? least : Math.min(least, bounds[other]!)),
      Infinity,
    );
  }

  private leaveMarket(taken: number): void {
    const { projects } = this.market.election;
    const { group } = projects[taken]!;
    const stays = (project: number) =>
      project !== taken && (group === undefined || projects[project]!.group !== group);
    this.candidates = this.candidates.filter(stays);
    this.unbought = this.unbought.filter(stays);
  }

  /** Rivals are dearer even if all their supporters paid, or equals whose supporters all do. */
  private isSettled({ project: bought, high }: Offer, equals: readonly Offer[]): boolean {
    return this.unbought.every((other) => {
      if (other === bought) return true;
      const equal = equals.find(({ project }) => project === other);
      return equal ? equal.exact?.terms.emptied === 0 : this.market.lowestQ[other]! > high;
    });
  }
}

const FREE_OF_CHARGE = {
  low: 0,
  high: 0,
  rivals: 0,
  payers: 0,
  emptied: 0,
  settled: true,
} as const;
/** Share of a full purse that one price may be off before it is worked out exactly. */
const MOST_ERROR = 2 ** -46;
