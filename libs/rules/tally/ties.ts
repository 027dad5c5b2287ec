import { compareIds } from './compare-ids.js';
import type { Election } from './election.js';
import { lotteryNumber } from './lottery.js';
import type { Ties } from './rule-spec.js';
import type { Scores } from './scores.js';

/** Compares two projects by position; never 0 for two different ones. */
export type TieOrder = (a: number, b: number) => number;

/**
 * The sequence among equals, the same whatever the order of the file. `refuse` lists them by id:
 * who asks for a refusal never lets this sequence decide.
 *
 * @example `cost-votes-id`: the cheaper first, then the one with the higher score, then by id
 */
export function tieOrderOf(election: Election, scores: Scores, ties: Ties): TieOrder {
  const { projects } = election;
  const byId: TieOrder = (a, b) => compareIds(projects[a]!.id, projects[b]!.id);
  if (ties === 'cost-votes-id') {
    return (a, b) =>
      compareAmounts(projects[a]!.cost, projects[b]!.cost) ||
      scores.points[b]! - scores.points[a]! ||
      byId(a, b);
  }
  if (ties === 'id' || ties === 'refuse') return byId;
  const seed = seedOf(ties);
  const numbers = projects.map(({ id }) => lotteryNumber(seed, id));
  return (a, b) => compareIds(numbers[a]!, numbers[b]!) || byId(a, b);
}

/** `seedOf('lottery:2026-04-24') // → '2026-04-24'` */
export function seedOf(ties: `lottery:${string}`): string {
  return ties.slice('lottery:'.length);
}

export function compareAmounts(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
