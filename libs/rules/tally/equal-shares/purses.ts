import { ExactChain, type Link } from '../purses/exact-chain.js';
import type { Profile } from '../purses/profile.js';

/** Half the distance between 1 and the next machine number: the error of one operation. */
export const ROUNDING = 2 ** -53;

/** Nobody but who gave all has exactly nothing: far below any error, far above 0. */
const NEXT_TO_NOTHING = 1e-300;

/**
 * The voters' purses. All money is multiplied by the number of voters, so that a full purse and
 * every cost are whole numbers. Balances are machine numbers with a common bound of their error;
 * what they stand for exactly follows from who gave all at which purchase, and is worked out by
 * the chain of prices only when it is asked for.
 */
export class Purses {
  /** 0 for who gave all: there it is exact. */
  readonly balances: Float64Array;
  /** No balance is further than this from its exact value. */
  error: number;
  readonly prices = new ExactChain();
  /**
   * Places of the supporters of project c who have something left: from its first place on up to
   * `ends[c]`; compacted now and then, so some may be emptied already.
   */
  readonly members: Uint32Array;
  readonly ends: Uint32Array;
  /** Link of the price at which a project was bought, −1 before. */
  private readonly linkOf: Int32Array;
  /** Link of the price at which a group gave all, −1 before. */
  private readonly emptiedAt: Int32Array;

  constructor(
    readonly profile: Profile,
    readonly full: bigint,
    projects: number,
  ) {
    const size = profile.weights.length;
    this.balances = new Float64Array(size).fill(Number(full));
    this.emptiedAt = new Int32Array(size).fill(-1);
    this.members = profile.places.slice();
    this.ends = profile.supportStarts.slice(1);
    this.linkOf = new Int32Array(projects).fill(-1);
    this.error = Number(full) * ROUNDING;
  }

  /** Supporters pay the price for each point, or all they have. */
  buy(stand: Stand, { price, priceError, marks }: Payment): Paid {
    const { supportStarts, supporters, supportPoints, weights } = this.profile;
    const link = this.prices.add(() => this.linkOfPurchase(stand, link));
    const first = supportStarts[stand.position]!;
    let [payers, emptied] = [0, 0];
    for (let place = first; place < this.ends[stand.position]!; place++) {
      const at = this.members[place]!;
      const group = supporters[at]!;
      const balance = this.balances[group]!;
      if (balance === 0) continue;
      const rest = balance - price * supportPoints[at]!;
      const givesAll = marks ? marks[at - first] === 1 : rest < 0;
      payers += weights[group]!;
      this.balances[group] = givesAll ? 0 : Math.max(NEXT_TO_NOTHING, rest);
      if (!givesAll) continue;
      emptied += weights[group]!;
      this.emptiedAt[group] = link;
    }
    this.linkOf[stand.position] = link;
    this.error += this.profile.mostPoints * priceError + 4 * ROUNDING * Number(this.full);
    return { link, payers, emptied };
  }

  /** What a group has paid so far, in points per price, added to `coefficients` `times` over. */
  addPayments(group: number, times: number, coefficients: Float64Array): void {
    const { ballotStarts, choices, choicePoints } = this.profile;
    for (let at = ballotStarts[group]!; at < ballotStarts[group + 1]!; at++) {
      const link = this.linkOf[choices[at]!]!;
      if (link === -1 || link >= coefficients.length) continue;
      coefficients[link]! += times * choicePoints[at]!;
    }
  }

  /** (cost − all that those hold who gave all) ÷ points of the others, as it was then. */
  private linkOfPurchase({ position, cost }: Stand, link: number): Link {
    const { supportStarts, supporters, supportPoints, weights } = this.profile;
    const coefficients = new Float64Array(link);
    let [emptied, divisor] = [0, 0];
    for (let at = supportStarts[position]!; at < supportStarts[position + 1]!; at++) {
      const group = supporters[at]!;
      const emptiedAt = this.emptiedAt[group]!;
      if (emptiedAt === link) {
        emptied += weights[group]!;
        this.addPayments(group, weights[group]!, coefficients);
      } else if (emptiedAt === -1 || emptiedAt > link) {
        divisor += weights[group]! * supportPoints[at]!;
      }
    }
    return { constant: cost - BigInt(emptied) * this.full, coefficients, divisor };
  }
}

/** A project as the purses see it; the cost times the number of voters. */
export interface Stand {
  readonly position: number;
  readonly cost: bigint;
}

export interface Payment {
  /** Price of one point. */
  readonly price: number;
  readonly priceError: number;
  /** 1 for who gives all, by place among the supporters; null where the price tells it surely. */
  readonly marks: Uint8Array | null;
}

export interface Paid {
  /** Number of the price in the chain. */
  readonly link: number;
  readonly payers: number;
  readonly emptied: number;
}
