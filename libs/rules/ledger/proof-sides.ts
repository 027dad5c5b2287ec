/** Where a subtree stands among its neighbours, and the last one of them. */
export interface TreePlace {
  readonly place: number;
  readonly last: number;
}

/** On which side of the way up a hash of a proof is joined. */
export type Side = 'left' | 'right';

/**
 * The sides of a proof's hashes on the way up to the root, the lowest first; as many as the proof
 * must have hashes. A subtree without a right neighbour rises until it has a left one.
 *
 * RFC 9162 sections 2.1.3.2 and 2.1.4.2. Sizes may pass 2³², where shifting bits would cut them.
 *
 * @example sidesOf({ place: 4, last: 6 }) // → ['right', 'right', 'left']
 */
export function sidesOf(start: TreePlace): readonly Side[] {
  const sides: Side[] = [];
  let { place, last } = start;
  while (last > 0) {
    const joinsLeft = place % 2 === 1 || place === last;
    sides.push(joinsLeft ? 'left' : 'right');
    while (joinsLeft && place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    [place, last] = [half(place), half(last)];
  }
  return sides;
}

/** The largest complete subtree that ends with this leaf. */
export function largestEndingAt({ place, last }: TreePlace): TreePlace {
  return place % 2 === 1
    ? largestEndingAt({ place: half(place), last: half(last) })
    : { place, last };
}

function half(value: number): number {
  return Math.floor(value / 2);
}
