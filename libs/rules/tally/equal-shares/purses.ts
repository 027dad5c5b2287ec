import { ExactChain, type Link } from '../purses/exact-chain.js';
import type { Profile } from '../purses/profile.js';

/** Half the distance between 1 and the next machine number: the error of one operation. */
export const ROUNDING = 2 ** -53;

/**
 * The voters' purses. All money is multiplied by the number of voters, so that a full purse and
 * every cost are whole numbers. Balances are machine numbers with a common bound of their error;
 * what they stand for exactly is kept in whole numbers in the chain of prices.
 */
export class Purses {
  readonly balances: Float64Array;
  /** 1 where a voter gave all she had: her exact balance is 0. */
  readonly emptied: Uint8Array;
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
  readonly linkOf: Int32Array;

  constructor(
    readonly profile: Profile,
    readonly full: bigint,
    projects: number,
  ) {
    const size = profile.weights.length;
    this.balances = new Float64Array(size).fill(Number(full));
    this.emptied = new Uint8Array(size);
    this.members = profile.places.slice();
    this.ends = profile.supportStarts.slice(1);
    this.linkOf = new Int32Array(projects).fill(-1);
    this.error = Number(full) * ROUNDING;
  }

  /** Supporters pay; those who give all are marked by their place among the supporters. */
  buy(project: number, { price, priceError, marks, link }: Payment): void {
    const { supportStarts, supporters, supportPoints } = this.profile;
    const first = supportStarts[project]!;
    for (let place = first; place < this.ends[project]!; place++) {
      const at = this.members[place]!;
      const group = supporters[at]!;
      if (this.emptied[group]) continue;
      if (marks[at - first] === 1) {
        this.emptied[group] = 1;
        this.balances[group] = 0;
      } else {
        this.balances[group] = Math.max(0, this.balances[group]! - price * supportPoints[at]!);
      }
    }
    this.linkOf[project] = this.prices.add(link);
    this.error += this.profile.mostPoints * priceError + 4 * ROUNDING * Number(this.full);
  }

  /** What a group has paid so far, in points per price, added to `coefficients` `times` over. */
  addPayments(group: number, times: number, coefficients: Map<number, number>): void {
    const { ballotStarts, choices, choicePoints } = this.profile;
    for (let at = ballotStarts[group]!; at < ballotStarts[group + 1]!; at++) {
      const link = this.linkOf[choices[at]!]!;
      if (link === -1) continue;
      coefficients.set(link, (coefficients.get(link) ?? 0) + times * choicePoints[at]!);
    }
  }
}

export interface Payment {
  /** Price of one point. */
  readonly price: number;
  readonly priceError: number;
  readonly link: Link;
  readonly marks: Uint8Array;
}
