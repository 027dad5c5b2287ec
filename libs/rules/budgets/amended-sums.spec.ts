import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amendedSums } from './amended-sums.js';
import { balanceOfAmendment, type MoneySource } from './budget-amendment.js';

const SUMS = {
  revenuesTiyn: 1000n,
  transfersTiyn: 500n,
  netLendingTiyn: 0n,
  financialAssetsTiyn: 0n,
  financingTiyn: 0n,
};

const source = (kind: MoneySource['kind'], amountTiyn: bigint): MoneySource => ({
  kind,
  name: kind,
  amountTiyn,
});

describe('the sums of an amended budget', () => {
  it('take each source where it belongs', () => {
    const sources = [
      source('revenue', 1n),
      source('transfer', 2n),
      source('reserve', 4n),
      source('balance', 8n),
    ];
    expect(amendedSums(SUMS, { sources, revenueFallTiyn: 16n })).toMatchObject({
      revenuesTiyn: 985n,
      transfersTiyn: 502n,
      financingTiyn: 12n,
    });
  });

  it('stay balanced when the amendment is', () => {
    const kinds = fc.constantFrom<MoneySource['kind']>('revenue', 'transfer', 'reserve', 'balance');
    const amount = fc.bigInt({ min: 0n, max: 10n ** 14n });
    const sources = fc.array(fc.tuple(kinds, amount), { maxLength: 6 });
    fc.assert(
      fc.property(sources, amount, (made, revenueFallTiyn) => {
        const paid = made.map(([kind, amountTiyn]) => source(kind, amountTiyn));
        const change = { changes: [], sources: paid, revenueFallTiyn };
        const { missingTiyn } = balanceOfAmendment(change);
        const after = amendedSums(SUMS, change);
        const income = after.revenuesTiyn + after.transfersTiyn + after.financingTiyn;
        expect(income - 1500n).toBe(-missingTiyn);
      }),
    );
  });
});
