import type { Fault } from '#rules/kernel/domain-error.js';
import type { Tiyn } from '#rules/kernel/money.js';

/** What a chosen project takes, and from which pot. */
export interface ChosenCost {
  readonly pot: string;
  readonly costTiyn: Tiyn;
}

/** Faults of the money on a knapsack ballot: in each pot the chosen projects cost no more than it holds. */
export function moneyFaults(
  chosen: readonly ChosenCost[],
  pots: ReadonlyMap<string, Tiyn>,
): readonly Fault[] {
  return [...pots].flatMap(([pot, amountTiyn]) => {
    const missingTiyn = costIn(pot, chosen) - amountTiyn;
    if (missingTiyn <= 0n) return [];
    const details = { pot, amountTiyn: String(amountTiyn), missingTiyn: String(missingTiyn) };
    return [{ code: 'ballot.over_budget', field: 'votes', details }];
  });
}

function costIn(pot: string, chosen: readonly ChosenCost[]): Tiyn {
  return chosen.reduce((sum, cost) => (cost.pot === pot ? sum + cost.costTiyn : sum), 0n);
}
