import { unitOf, type Election } from '../election.js';
import type { Picker } from '../purses/picker.js';
import { profileOf } from '../purses/profile.js';
import type { Completion, Satisfaction } from '../rule-spec.js';
import { largestAffordable } from './larger-purses.js';
import { marketOf, type Market } from './market.js';
import type { SharesRun } from './purchase.js';
import { runShares } from './shares-run.js';

/**
 * The Method of Equal Shares (Peters, Pierczyński and Skowron, NeurIPS 2021): every voter holds
 * an equal share of the budget; the project with the smallest price per satisfaction at which
 * its supporters can pay is bought, each of them paying min(what is left, q · satisfaction).
 *
 * @example budget 100, two voters for a (60), one for b (40) → each holds 100/3;
 *   a costs its two 30 each; the third cannot pay b: winners a
 */
export function equalShares(
  election: Election,
  satisfaction: Satisfaction,
  options: { readonly completion: Completion; readonly pick: Picker },
): { readonly market: Market; readonly run: SharesRun } {
  const market = marketOf(election, profileOf(election), satisfaction);
  const run = runShares(market, election.budget, options);
  const goal = GOALS[options.completion];
  if (!goal || market.profile.voters === 0) return { market, run };
  const unit = unitOf(election) * BigInt(market.profile.voters);
  return { market, run: largestAffordable(market, run, { unit, goal, pick: options.pick }) };
}

/** When raising every purse by one unit of currency ends before the money does. */
const GOALS: Readonly<Record<Completion, 'exhaustive' | 'overspent' | null>> = {
  none: null,
  utilitarian: null,
  add1: 'exhaustive',
  add1u: 'exhaustive',
  add1x: 'overspent',
  add1xu: 'overspent',
};
