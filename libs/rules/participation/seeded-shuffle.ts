const TWO_TO_32 = 4_294_967_296;

/** Largest seed; a seed is a whole number from 0. */
export const LARGEST_SEED = TWO_TO_32 - 1;

/**
 * Numbers in a random sequence that anybody can repeat from the seed: the voter's sequence of
 * projects, shown with its seed. Numbers are sorted first, so that the seed alone decides.
 *
 * Fisher–Yates from the last place down, each step taking the next value of Mulberry32 (Tommy
 * Ettinger, public domain) scaled to the places left. Not for draws that somebody would want to
 * foresee: those take their seed from a public value named beforehand.
 *
 * @param seed whole, 0 … 4 294 967 295, else RangeError
 * @example seededOrder([1, 2, 3, 4, 5], 4821) // → [2, 4, 3, 5, 1]
 */
export function seededOrder(numbers: readonly number[], seed: number): readonly number[] {
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) {
    throw new RangeError(`Not a seed: ${seed}`);
  }
  const next = mulberry32(seed);
  const order = numbers.toSorted((a, b) => a - b);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const picked = Math.floor((next() * (last + 1)) / TWO_TO_32);
    [order[last], order[picked]] = [order[picked]!, order[last]!];
  }
  return order;
}

/** Values 0 … 2³² − 1; whole-number arithmetic only, so that every machine gives the same. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
