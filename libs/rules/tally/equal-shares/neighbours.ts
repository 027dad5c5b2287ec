import type { Purchase, SharesRun } from './purchase.js';

/** Runs whose purses are known to be smaller and larger. */
export interface Between {
  readonly smaller: SharesRun;
  readonly larger?: SharesRun | undefined;
}

/**
 * What a run with smaller and one with larger purses tell beforehand about a run between them,
 * as long as it buys what they bought, in the same sequence: then its balances, and so its
 * prices, lie between theirs.
 */
export class Neighbours {
  private likeSmaller: boolean;
  private likeLarger: boolean;

  constructor(private readonly between: Between | undefined) {
    this.likeSmaller = between !== undefined;
    this.likeLarger = between?.larger !== undefined;
  }

  /** What is certainly bought at a step; null when that must be found out. */
  certain(step: number): Purchase | null {
    if (!this.likeSmaller || !this.likeLarger) return null;
    const [before, after] = [this.smaller(step), this.larger(step)];
    const proved = before && after && isSameStep(before, after) && after.tied.length === 0;
    return proved ? after : null;
  }

  /** Is its price the same at both purses, and so at this one? */
  isFixed(step: number): boolean {
    return isFixedStep(this.smaller(step)!, this.larger(step)!);
  }

  /** No project's q is below these; null when nothing is known. */
  bounds(step: number): Float64Array | null {
    if (!this.likeLarger) return null;
    return this.larger(step)?.bounds ?? this.between!.larger!.bounds;
  }

  /** No price is above this while the sequence is that of the smaller purses; 0 unknown. */
  ceiling(step: number): number {
    return (this.likeSmaller && this.smaller(step)?.high) || 0;
  }

  bought(step: number, project: number): void {
    this.likeSmaller &&= this.smaller(step)?.project === project;
    this.likeLarger &&= this.larger(step)?.project === project;
  }

  private smaller(step: number): Purchase | undefined {
    return this.between?.smaller.purchases[step];
  }

  private larger(step: number): Purchase | undefined {
    return this.between?.larger?.purchases[step];
  }
}

/**
 * Is it proved that every purse between two buys the same in the same sequence? By induction
 * over the steps: so far every voter between holds at least as much as at the smaller purse and
 * at most as much as at the larger; so the price of the one bought is at most `before.high`, and
 * no rival's is below `after.rivals`.
 */
export function isSameBetween(smaller: SharesRun, larger: SharesRun): boolean {
  const [before, after] = [smaller.purchases, larger.purchases];
  return (
    before.length === after.length &&
    before.every((purchase, step) => isSameStep(purchase, after[step]!))
  );
}

function isSameStep(before: Purchase, after: Purchase): boolean {
  if (before.project !== after.project) return false;
  return isFixedStep(before, after) || before.high < after.rivals;
}

/** Nobody gives all and the same voters pay: the price does not depend on the purse at all. */
function isFixedStep(before: Purchase, after: Purchase): boolean {
  return before.emptied === 0 && after.emptied === 0 && before.payers === after.payers;
}
