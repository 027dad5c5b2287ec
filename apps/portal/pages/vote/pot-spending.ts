import type { BallotInHand } from './ballot-layout.js';

/** What the chosen projects take from one pot. */
export interface PotSpending {
  readonly pot: string;
  readonly amountTiyn: bigint;
  readonly spentTiyn: bigint;
  /** Below zero where more is chosen than the pot holds. */
  readonly leftTiyn: bigint;
}

export function spendingOf({ paper, draft }: Pick<BallotInHand, 'paper' | 'draft'>): PotSpending[] {
  const chosen = draft.choices.flatMap(({ project }) => paper.projects.get(project) ?? []);
  return [...paper.pots].map(([pot, amountTiyn]) => {
    const spentTiyn = chosen.reduce(
      (sum, each) => sum + (each.pot === pot ? each.costTiyn : 0n),
      0n,
    );
    return { pot, amountTiyn, spentTiyn, leftTiyn: amountTiyn - spentTiyn };
  });
}
