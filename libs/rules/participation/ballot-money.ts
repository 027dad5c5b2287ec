import type { Fault } from '#rules/kernel/domain-error.js';
import { type Tiyn, formatTenge } from '#rules/kernel/money.js';
import type { BallotPaper, ResolvedVote } from './ballot.js';

/** Faults of the money on a knapsack ballot: in each pot the chosen projects cost no more than it holds. */
export function moneyFaults(votes: readonly ResolvedVote[], paper: BallotPaper): readonly Fault[] {
  if (paper.rule.kind !== 'knapsack') return [];
  return [...paper.pots].flatMap(([pot, amountTiyn]) => potFaults(pot, amountTiyn, votes));
}

function potFaults(
  pot: string,
  amountTiyn: Tiyn,
  votes: readonly ResolvedVote[],
): readonly Fault[] {
  const chosenTiyn = votes
    .filter(({ onPaper }) => onPaper.pot === pot)
    .reduce((sum, { onPaper }) => sum + onPaper.costTiyn, 0n);
  if (chosenTiyn <= amountTiyn) return [];
  const details = {
    pot,
    amount: formatTenge(amountTiyn),
    missing: formatTenge(chosenTiyn - amountTiyn),
  };
  return [{ code: 'ballot.over_budget', field: 'votes', details }];
}
