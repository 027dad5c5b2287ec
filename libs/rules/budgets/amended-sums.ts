import type { BudgetAmendment, MoneySource } from './budget-amendment.js';
import type { BudgetSums } from './budget-draft.js';

type SumsChange = Pick<BudgetAmendment, 'sources' | 'revenueFallTiyn'>;

/**
 * The sums of a budget after an amendment: further revenues and transfers are income, reserve and
 * free balance finance it, fallen revenues are gone. With the lines changed too, a balanced amendment
 * leaves a balanced budget balanced.
 *
 * @law BC art. 92
 * @example amendedSums(sums, { sources: [{ kind: 'transfer', amountTiyn: 5n, … }], revenueFallTiyn: 0n })
 */
export function amendedSums(
  sums: BudgetSums,
  { sources, revenueFallTiyn }: SumsChange,
): BudgetSums {
  const from = (...kinds: MoneySource['kind'][]) =>
    sources
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, { amountTiyn }) => sum + amountTiyn, 0n);
  return {
    ...sums,
    revenuesTiyn: sums.revenuesTiyn + from('revenue') - revenueFallTiyn,
    transfersTiyn: sums.transfersTiyn + from('transfer'),
    financingTiyn: sums.financingTiyn + from('reserve', 'balance'),
  };
}
