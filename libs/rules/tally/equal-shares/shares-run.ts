import { approximately } from '../purses/exact-chain.js';
import type { Picker } from '../purses/picker.js';
import { exactPrice } from './exact-price.js';
import type { Market } from './market.js';
import { Neighbours, type Between } from './neighbours.js';
import { Offers, type Offer } from './offers.js';
import type { Purchase, SharesRun } from './purchase.js';
import { Purses, ROUNDING, type Payment } from './purses.js';

export interface SharesOptions {
  readonly pick: Picker;
  /** Runs on both sides: what is certain from them is not found out again. */
  readonly between?: Between;
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
  return { purchases: run.purchases, purses: run.purses, bounds: run.offers.bounds };
}

class Run {
  readonly purchases: Purchase[] = [];
  readonly purses: Purses;
  readonly offers: Offers;
  private readonly neighbours: Neighbours;

  constructor(
    private readonly market: Market,
    purse: bigint,
    private readonly options: SharesOptions,
  ) {
    this.purses = new Purses(market.profile, purse, market.costs.length);
    this.offers = new Offers(market, this.purses);
    this.neighbours = new Neighbours(options.between);
  }

  /** Supported projects of cost 0 need no money and come first. */
  takeFree(): void {
    const { market, offers } = this;
    const isFree = (project: number) =>
      market.costs[project] === 0n && offers.bounds[project] !== Infinity;
    for (;;) {
      const free = market.supported.filter(isFree);
      if (free.length === 0) return;
      const project = this.options.pick(free, null);
      const tied = free.filter((other) => other !== project);
      this.record({ project, tied, bounds: offers.bounds.slice(), ...FREE_OF_CHARGE });
    }
  }

  buyNext(): boolean {
    const step = this.purchases.length;
    const known = this.neighbours.bounds(step);
    if (known) this.offers.learn(known);
    const certain = this.neighbours.certain(step);
    if (certain) {
      this.buyCertain(certain, this.neighbours.isFixed(step));
      return true;
    }
    const equals = this.offers.cheapest(this.neighbours.ceiling(step));
    const [first] = equals;
    if (!first) return false;
    const chosen = equals.length === 1 ? first : this.chosenOf(equals);
    const tied = equals.flatMap((equal) => (equal === chosen ? [] : [equal.project]));
    const rivals = this.leastOfOthers(chosen.project);
    this.buy(chosen, { tied, rivals, bounds: this.offers.bounds.slice() });
    return true;
  }

  private buyCertain(known: Purchase, isFixed: boolean): void {
    if (isFixed) this.pay(known, known, withoutMarks(known));
    else this.buy(this.offers.offerOf(known.project, Infinity)!, known);
  }

  private chosenOf(equals: readonly Offer[]): Offer {
    const project = this.options.pick(
      equals.map((equal) => equal.project),
      null,
    );
    return equals.find((equal) => equal.project === project)!;
  }

  /** Those of its own group compete too, until it is bought. */
  private leastOfOthers(project: number): number {
    const { bounds } = this.offers;
    let least = Infinity;
    for (const other of this.market.supported) {
      if (other !== project && bounds[other]! < least) least = bounds[other]!;
    }
    return least;
  }

  private buy(offer: Offer, seen: Seen): void {
    this.pay(offer, seen, this.paymentFor(offer));
  }

  /** Written out field by field: this is done for every purchase of every purse. */
  private pay({ project, high }: Priced, { tied, rivals, bounds }: Seen, payment: Payment): void {
    const { price, priceError } = payment;
    const stand = { position: project, cost: this.market.costs[project]! };
    const { link, payers, emptied } = this.purses.buy(stand, payment);
    const paid = { project, link, price, priceError, high, rivals, bounds, tied, payers, emptied };
    this.record(paid);
  }

  /** Who gives all is taken from exact arithmetic where anybody is near the border. */
  private paymentFor({ project, estimate, exact: known }: Offer): Payment {
    const { price, error, sharp } = estimate;
    if (!known && sharp && error <= MOST_ERROR * Number(this.purses.full)) {
      return { price, priceError: error, marks: null };
    }
    const stand = { position: project, cost: this.market.costs[project]! };
    const exact = known ?? exactPrice(this.purses, stand, price)!;
    const rounded = approximately(exact.ratio);
    return { price: rounded, priceError: 4 * ROUNDING * rounded, marks: exact.marks };
  }

  private record(purchase: Purchase): void {
    this.neighbours.bought(this.purchases.length, purchase.project);
    this.purchases.push(purchase);
    this.leaveMarket(purchase.project);
  }

  private leaveMarket(taken: number): void {
    const { projects } = this.market.election;
    const { group } = projects[taken]!;
    this.offers.bounds[taken] = Infinity;
    if (group === undefined) return;
    for (const project of this.market.supported) {
      if (projects[project]!.group === group) this.offers.bounds[project] = Infinity;
    }
  }
}

type Priced = Pick<Purchase, 'project' | 'high'>;
/** What was known of all projects when one was chosen. */
type Seen = Pick<Purchase, 'tied' | 'rivals' | 'bounds'>;

/** Nobody gives all, as nobody did at the same price with smaller and larger purses. */
function withoutMarks({ price, priceError }: Purchase): Payment {
  return { price, priceError, marks: null };
}

const FREE_OF_CHARGE = {
  link: -1,
  price: 0,
  priceError: 0,
  high: 0,
  rivals: 0,
  payers: 0,
  emptied: 0,
} as const;
/** Share of a full purse that one price may be off before it is worked out exactly. */
const MOST_ERROR = 2 ** -24;
