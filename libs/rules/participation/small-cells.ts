/**
 * The smallest group of people that a public figure may show. Not a number of the law: the k of
 * k-anonymity that the project promises.
 */
export const SMALLEST_GROUP = 10;

export interface Cell {
  readonly count: number;
}

/** What may be shown, and how many people stand behind everything that may not. */
export interface ShownCells<C extends Cell> {
  readonly shown: readonly C[];
  readonly rest: number;
}

/**
 * Merges groups that are too small to be shown. The merged rest is itself never too small, unless
 * everybody together is: the smallest shown groups join it until it is large enough, so that
 * nobody finds a small one by subtraction.
 *
 * @example mergeSmallCells([{ count: 40 }, { count: 12 }, { count: 3 }], 10)
 * // → { shown: [{ count: 40 }], rest: 15 }
 */
export function mergeSmallCells<C extends Cell>(
  cells: readonly C[],
  smallest: number,
): ShownCells<C> {
  const ascending = cells.toSorted((a, b) => a.count - b.count);
  const merged = new Set<C>();
  let rest = 0;
  for (const cell of ascending) {
    const isTooSmall = cell.count < smallest || (rest > 0 && rest < smallest);
    if (!isTooSmall) break;
    merged.add(cell);
    rest += cell.count;
  }
  return { shown: cells.filter((cell) => !merged.has(cell)), rest };
}
