import type { Picker } from '../purses/picker.js';
import type { Market } from './market.js';
import { isSameBetween, type Between } from './neighbours.js';
import type { SharesRun } from './purchase.js';
import { runShares } from './shares-run.js';

export interface Raising {
  /** One unit of currency, times the number of voters. */
  readonly unit: bigint;
  readonly goal: 'exhaustive' | 'overspent';
  readonly pick: Picker;
}

/** Units that are tried at once, at least. */
const SMALLEST_WINDOW = 32n;

/**
 * Raises every purse unit by unit until the goal is reached or the next outcome would cost more
 * than the budget; gives the last outcome within it.
 *
 * Outcomes are not monotone in the purse, so nothing may be skipped unproved. But where two
 * purses buy the same projects in the same sequence, each for less at the larger purse, and no
 * rival at the larger purse is as cheap as the one bought at the smaller, then every purse
 * between buys the same too (`isSameBetween`). Windows proved so are skipped whole; they double
 * when proved and are halved when not. Purses within a window take over what its two ends prove
 * about their first purchases, and only look further from there.
 */
export function largestAffordable(market: Market, first: SharesRun, raising: Raising): SharesRun {
  const runAt = (purse: bigint, between: Between): SharesRun =>
    runShares(market, purse, { pick: raising.pick, between });
  /** Tried already and found to differ, the nearest last. */
  const above: SharesRun[] = [];
  let [run, units] = [first, SMALLEST_WINDOW];
  while (!isFinal(market, run, raising.goal)) {
    const next = above.at(-1) ?? runAt(run.purses.full + units * raising.unit, { smaller: run });
    const gap = (next.purses.full - run.purses.full) / raising.unit;
    const same = isSameBetween(run, next);
    if (!same && gap > 1n) {
      if (above.length === 0) above.push(next);
      const middle = run.purses.full + (gap / 2n) * raising.unit;
      above.push(runAt(middle, { smaller: run, larger: next }));
      continue;
    }
    if (costOf(market, next) > market.election.budget) return run;
    if (above.length === 0) units *= 2n;
    else if (above.length === 1 && units > SMALLEST_WINDOW) units /= 2n;
    above.pop();
    run = next;
  }
  return run;
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
