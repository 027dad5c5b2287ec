import type { NormalBallot } from './ballot.js';

/**
 * The one way to write a ballot as text, which its digest and its commitment are over.
 *
 * @example canonicalBallot({ choices: [4, 17], points: [] }) // → '{"choices":[4,17],"points":[]}'
 */
export function canonicalBallot({ choices, points }: NormalBallot): string {
  return `{"choices":[${choices.join(',')}],"points":[${points.join(',')}]}`;
}
