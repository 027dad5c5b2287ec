import { ROUNDING, type Purses } from './purses.js';

/** Sums are added up in blocks, so that their errors do not add up along the whole sum. */
const BLOCK = 64;

/** What the supporters of a project hold on both sides of a price, in machine numbers. */
export class SupportScan {
  /** Money of those who have less than the price asks, and of all. */
  money = 0;
  held = 0;
  /** Voters who have less than the price asks. */
  heads = 0;
  /** Points of those who have at least what the price asks. */
  weight = 0;
  /** Most money per point among the ones, least among the others. */
  richestBelow = 0;
  poorestAbove = Infinity;
  private terms = 0;

  constructor(private readonly purses: Purses) {}

  /** Looks at every supporter once; who has nothing left is not looked at again. */
  pass(project: number, price: number): void {
    this.money = this.held = this.heads = this.weight = this.richestBelow = 0;
    this.poorestAbove = Infinity;
    const { ends, profile } = this.purses;
    const first = profile.supportStarts[project]!;
    const end = ends[project]!;
    let kept = first;
    for (let from = first; from < end; from += BLOCK) {
      kept = this.passBlock(price, kept, { from, until: Math.min(from + BLOCK, end) });
    }
    ends[project] = kept;
    this.terms = kept - first;
  }

  /** Bound of the error of a sum of `size` over so many voters, their balances' error included. */
  errorOf(heads: number, size: number): number {
    if (heads === 0) return 0;
    const roundings = BLOCK + this.terms / BLOCK + 16;
    return 1.01 * (heads * this.purses.error + roundings * ROUNDING * size);
  }

  /** At least as many as have anything left: nobody gives less than a point. */
  get everybody(): number {
    return this.heads + this.weight;
  }

  /** Points of those who surely have more than a price. */
  sureWeight(project: number, price: number, margin: number): number {
    const { balances, error, members, ends, profile } = this.purses;
    const { weights, supporters, supportPoints, supportStarts } = profile;
    let weight = 0;
    for (let place = supportStarts[project]!; place < ends[project]!; place++) {
      const at = members[place]!;
      const group = supporters[at]!;
      const points = supportPoints[at]!;
      if (balances[group]! - error > (price + margin) * points) weight += weights[group]! * points;
    }
    return weight;
  }

  private passBlock(price: number, start: number, block: Stretch): number {
    const { balances, members, profile } = this.purses;
    const { weights, supporters, supportPoints } = profile;
    let { richestBelow, poorestAbove, heads, weight } = this;
    let [kept, poor, rich] = [start, 0, 0];
    for (let place = block.from; place < block.until; place++) {
      const at = members[place]!;
      const group = supporters[at]!;
      const balance = balances[group]!;
      if (balance === 0) continue;
      members[kept++] = at;
      const points = supportPoints[at]!;
      const voters = weights[group]!;
      if (balance < price * points) {
        poor += voters * balance;
        heads += voters;
        if (balance > richestBelow * points) richestBelow = balance / points;
      } else {
        rich += voters * balance;
        weight += voters * points;
        if (balance < poorestAbove * points) poorestAbove = balance / points;
      }
    }
    this.money += poor;
    this.held += poor + rich;
    [this.heads, this.weight] = [heads, weight];
    [this.richestBelow, this.poorestAbove] = [richestBelow, poorestAbove];
    return kept;
  }
}

interface Stretch {
  readonly from: number;
  readonly until: number;
}
