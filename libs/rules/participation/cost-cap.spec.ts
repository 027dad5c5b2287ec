import { describe, expect, it } from '@jest/globals';
import { tenge } from '#rules/kernel/money.js';
import { assessCost, costCapOn } from './cost-cap.js';

describe('costCapOn', () => {
  it.each([
    ['republican-city-district', 324_375_000],
    ['oblast-city', 64_875_000],
    ['district-city', 6_487_500],
  ] as const)('caps a project of a %s at %d tenge in 2026', (kind, amount) => {
    expect(costCapOn(kind, '2026-11-21')).toMatchObject({
      capTiyn: tenge(amount),
      isProvisional: false,
      source: { point: '77' },
    });
  });

  it('follows the index of the year', () => {
    expect(costCapOn('oblast-city', '2025-12-31').capTiyn).toBe(tenge(15_000 * 3_932));
    expect(costCapOn('oblast-city', '2026-01-01').capTiyn).toBe(tenge(15_000 * 4_325));
  });

  it('stands on the latest index while the new one is not known, and says so', () => {
    expect(costCapOn('oblast-city', '2026-12-31').isProvisional).toBe(false);
    expect(costCapOn('oblast-city', '2027-01-01')).toMatchObject({
      capTiyn: tenge(64_875_000),
      isProvisional: true,
    });
  });

  it('knows none before the first row', () => {
    expect(() => costCapOn('oblast-city', '2025-04-28')).toThrow(
      expect.objectContaining({ code: 'rulebook.no_value_on_date' }),
    );
  });
});

describe('assessCost', () => {
  const cap = tenge(64_875_000);

  it.each([
    [cap - 1n, []],
    [cap, []],
    [cap + 1n, ['proposal.cost_over_cap']],
    [1n, []],
    [0n, ['proposal.cost_not_positive']],
    [-1n, ['proposal.cost_not_positive']],
    [null, ['proposal.cost_missing']],
  ])('%s tiyn → %j', (cost, codes) => {
    expect(assessCost(cost, cap).map((fault) => fault.code)).toEqual(codes);
  });

  it('says by how much the cap is exceeded', () => {
    expect(assessCost(cap + tenge(2), cap)[0]?.details).toEqual({
      capTiyn: '6487500000',
      overTiyn: '200',
    });
  });

  it('has no upper bound where no cap applies', () => {
    expect(assessCost(tenge(10 ** 15), null)).toEqual([]);
  });
});
