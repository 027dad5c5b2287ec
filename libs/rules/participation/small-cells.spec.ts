import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeSmallCells, SMALLEST_GROUP } from './small-cells.js';

const cellsOf = (...counts: number[]) => counts.map((count, id) => ({ id, count }));

describe('groups in public figures', () => {
  it.each([
    [SMALLEST_GROUP - 1, 0],
    [SMALLEST_GROUP, 1],
    [SMALLEST_GROUP + 1, 1],
  ])('a group of %i among large ones: %i of it is shown', (count, shown) => {
    const cells = mergeSmallCells(
      [{ count: 100 }, { count: 100 }, { count }],
      SMALLEST_GROUP,
    ).shown;
    expect(cells.filter((cell) => cell.count === count)).toHaveLength(shown);
  });

  it('lets a larger one join a lonely small one, so that it cannot be subtracted', () => {
    expect(mergeSmallCells(cellsOf(40, 3, 12), SMALLEST_GROUP)).toEqual({
      shown: cellsOf(40),
      rest: 15,
    });
  });

  it('leaves small ones together when they are enough', () => {
    expect(mergeSmallCells(cellsOf(40, 6, 12, 5), SMALLEST_GROUP).rest).toBe(11);
  });

  it('shows no part of a town that is too small as a whole', () => {
    expect(mergeSmallCells(cellsOf(4, 5), SMALLEST_GROUP)).toEqual({ shown: [], rest: 9 });
  });

  it('keeps the sum and shows nothing small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 })), (counts) => {
        const { shown, rest } = mergeSmallCells(cellsOf(...counts), SMALLEST_GROUP);
        const sum = counts.reduce((all, count) => all + count, 0);
        expect(shown.reduce((all, { count }) => all + count, 0) + rest).toBe(sum);
        expect(shown.every(({ count }) => count >= SMALLEST_GROUP)).toBe(true);
        expect(rest === 0 || rest >= SMALLEST_GROUP || shown.length === 0).toBe(true);
      }),
    );
  });
});
