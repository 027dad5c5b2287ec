import type { Picker } from '../purses/picker.js';
import type { Market } from './market.js';
import { runShares, type Purchase, type SharesRun } from './shares-run.js';

export interface Raising {
  /** One unit of currency, times the number of voters. */
  readonly unit: bigint;
  readonly goal: 'exhaustive' | 'overspent';
  readonly pick: Picker;
}

/**
 * Raises every purse unit by unit until the goal is reached or the next outcome would cost more
 * than the budget; gives the last outcome within it.
 *
 * Outcomes are not monotone in the purse, so nothing may be skipped unproved. But where two
 * purses buy the same projects in the same sequence, each for less at the larger purse, and no
 * rival at the larger purse is as cheap as the one bought at the smaller, then every purse
 * between buys the same too (`isSameBetween`). Windows proved so are skipped whole; they double
 * when proved and are halved when not.
 */
export function largestAffordable(market: Market, first: SharesRun, raising: Raising): SharesRun {
  const runAt = (purse: bigint, after: SharesRun): SharesRun =>
    runShares(market, purse, { pick: raising.pick, after });
  /** Tried already and found to differ, the nearest last. */
  const above: SharesRun[] = [];
  let [run, units] = [first, 1n];
  while (!isFinal(market, run, raising.goal)) {
    const next = above.at(-1) ?? runAt(run.purses.full + units * raising.unit, run);
    const gap = (next.purses.full - run.purses.full) / raising.unit;
    const same = isSameBetween(run, next);
    if (!same && gap > 1n) {
      if (above.length === 0) above.push(next);
      above.push(runAt(run.purses.full + (gap / 2n) * raising.unit, run));
      continue;
    }
    if (costOf(market, next) > market.election.budget) return run;
    above.pop();
    run = next;
    units = same ? gap * 2n : 1n;
  }
  return run;
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

/** Nobody gives all and the same voters pay: the price does not depend on the purse at all. */
function isSameStep(before: Purchase, after: Purchase): boolean {
  if (before.project !== after.project) return false;
  const fixed = before.emptied === 0 && after.emptied === 0 && before.payers === after.payers;
  return fixed || before.high < after.rivals;
}

function isFinal(market: Market, run: SharesRun, goal: Raising['goal']): boolean {
  const { election } = market;
  const taken = new Set(run.purchases.map(({ project }) => project));
  const groups = new Set([...taken].map((project) => election.projects[project]!.group));
  const left = election.budget - costOf(market, run);
  return !market.supported.some((project) => {
    const { cost, group } = election.projects[project]!;
    if (taken.has(project)) return false;
    if (group !== undefined && groups.has(group)) return false;
    return goal === 'overspent' || cost <= left;
  });
}

function costOf({ election }: Market, { purchases }: SharesRun): bigint {
  return purchases.reduce((sum, { project }) => sum + election.projects[project]!.cost, 0n);
}
