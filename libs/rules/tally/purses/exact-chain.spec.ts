import { describe, expect, it } from '@jest/globals';
import { approximately, ExactChain } from './exact-chain.js';

describe('A chain of exact values', () => {
  it('works out each from the earlier ones, over one denominator', () => {
    const chain = new ExactChain();
    chain.add(() => ({ constant: 10n, coefficients: new Float64Array(), divisor: 3 }));
    chain.add(() => ({ constant: 1n, coefficients: Float64Array.of(3), divisor: 2 }));
    expect([chain.value(0), chain.value(1)]).toEqual([
      { num: 20n, den: 6n },
      { num: 33n, den: 6n },
    ]);
    expect(chain.worth({ constant: 0n, coefficients: Float64Array.of(1, 1), divisor: 7 })).toEqual({
      num: 53n,
      den: 42n,
    });
  });

  it('does not look at a link before a value is asked for', () => {
    const chain = new ExactChain();
    let asked = 0;
    chain.add(() => ({ constant: BigInt(++asked), coefficients: new Float64Array(), divisor: 1 }));
    expect(asked).toBe(0);
    expect([chain.value(0), chain.value(0)]).toEqual([
      { num: 1n, den: 1n },
      { num: 1n, den: 1n },
    ]);
    expect(asked).toBe(1);
  });

  it.each([
    [1n, 3n],
    [10n ** 400n + 1n, 3n * 10n ** 399n],
    [7n, 10n ** 320n],
    [-5n, 8n],
  ])('rounds %i/%i to the nearest machine number or its neighbour', (num, den) => {
    const [size, limit] = [10n ** 360n, 2 ** -51];
    const near = Number((num * size) / den / 10n ** 340n) / 1e20;
    expect(Math.abs(approximately({ num, den }) - near)).toBeLessThanOrEqual(
      Math.abs(near) * limit + 1e-20,
    );
  });
});
