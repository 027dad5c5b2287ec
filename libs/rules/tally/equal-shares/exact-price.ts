import { approximately, type Link, type Ratio } from '../purses/exact-chain.js';
import { ROUNDING, type Purses, type Stand } from './purses.js';

/** The exact price of a point and who gives all at it. */
export interface ExactPrice {
  readonly ratio: Ratio;
  /** 1 for who gives all, by place among the supporters of the project. */
  readonly marks: Uint8Array;
}

/**
 * The same as an estimate, in whole numbers: `null` when the supporters cannot raise the cost.
 * Machine numbers only sort out supporters who are far from the border.
 */
export function exactPrice(purses: Purses, project: Stand, guess: number): ExactPrice | null {
  if (shortageOf(purses, project) > 0n) return null;
  return new ExactFinder(purses, project, marksAt(purses, project.position, guess)).find();
}

/** What all supporters together are short of; at or below 0 they can pay. */
export function shortageOf(purses: Purses, stand: Stand): bigint {
  const { constant, coefficients } = linkWith(
    purses,
    stand,
    marksAt(purses, stand.position, Infinity),
  );
  return purses.prices.weigh(constant, coefficients);
}

/** The price when those give all who are marked by 1 at their place among the supporters. */
function linkWith(purses: Purses, { position, cost }: Stand, marks: Uint8Array): Link {
  const { members, ends, balances, profile } = purses;
  const { supportStarts, supporters, supportPoints, weights } = profile;
  const coefficients = new Float64Array(purses.prices.length);
  const first = supportStarts[position]!;
  let [emptied, divisor] = [0, 0];
  for (let place = first; place < ends[position]!; place++) {
    const at = members[place]!;
    const group = supporters[at]!;
    if (balances[group] === 0) continue;
    if (marks[at - first] === 1) {
      emptied += weights[group]!;
      purses.addPayments(group, weights[group]!, coefficients);
    } else {
      divisor += weights[group]! * supportPoints[at]!;
    }
  }
  return { constant: cost - BigInt(emptied) * purses.full, coefficients, divisor };
}

/** Marks who has less than a price asks, in machine numbers. */
function marksAt(
  { members, ends, profile, balances }: Purses,
  project: number,
  price: number,
): Uint8Array {
  const { supportStarts, supporters, supportPoints } = profile;
  const first = supportStarts[project]!;
  const marks = new Uint8Array(supportStarts[project + 1]! - first);
  for (let place = first; place < ends[project]!; place++) {
    const at = members[place]!;
    if (balances[supporters[at]!]! < price * supportPoints[at]!) marks[at - first] = 1;
  }
  return marks;
}

class ExactFinder {
  private readonly first: number;
  private readonly balances = new Map<string, bigint>();

  constructor(
    private readonly purses: Purses,
    private readonly project: Stand,
    private readonly marks: Uint8Array,
  ) {
    this.first = purses.profile.supportStarts[project.position]!;
  }

  find(): ExactPrice {
    for (;;) {
      const link = linkWith(this.purses, this.project, this.marks);
      if (link.divisor === 0) {
        this.spareRichest();
        continue;
      }
      const ratio = this.purses.prices.worth(link);
      if (!this.sortExactly(ratio)) return { ratio, marks: this.marks };
    }
  }

  /**
   * At the price found, does everybody stand on the right side? Moves who does not. Who has
   * exactly what is asked pays like the others, so that nothing hangs on the first guess.
   */
  private sortExactly(ratio: Ratio): boolean {
    const price = approximately(ratio);
    let moved = false;
    this.eachSupporter((at, group) => {
      const points = this.purses.profile.supportPoints[at]!;
      const mark = this.sideOf(group, points, { ratio, price }) < 0 ? 1 : 0;
      if (this.marks[at - this.first] === mark) return;
      this.marks[at - this.first] = mark;
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
    const payments = new Float64Array(this.purses.prices.length);
    this.purses.addPayments(group, -1, payments);
    const key = payments.join();
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
    this.marks[(richest as { at: number }).at - this.first] = 0;
  }

  private eachSupporter(visit: (at: number, group: number) => void): void {
    const { members, ends, balances, profile } = this.purses;
    for (let place = this.first; place < ends[this.project.position]!; place++) {
      const at = members[place]!;
      const group = profile.supporters[at]!;
      if (balances[group] !== 0) visit(at, group);
    }
  }
}
