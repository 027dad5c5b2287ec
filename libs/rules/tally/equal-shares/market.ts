import type { Election } from '../election.js';
import type { Profile } from '../purses/profile.js';
import type { Satisfaction } from '../rule-spec.js';
import { WIDTH } from './price-estimate.js';

/** An election as equal shares see it: all that stays the same whatever the purses hold. */
export interface Market {
  readonly election: Election;
  readonly profile: Profile;
  /** Costs times the number of voters, so that shares of the budget are whole. */
  readonly costs: readonly bigint[];
  /** What the price of a point is divided by to compare projects. */
  readonly divisors: readonly bigint[];
  /** Positions of projects that anybody supports. */
  readonly supported: readonly number[];
  /** No q can be lower, whatever the purses: as if all supporters paid by their points. */
  readonly lowestQ: Float64Array;
}

export function marketOf(election: Election, profile: Profile, satisfaction: Satisfaction): Market {
  const voters = BigInt(profile.voters);
  const costs = election.projects.map(({ cost }) => cost * voters);
  const divisors = election.projects.map(({ cost }) => (satisfaction === 'cost' ? cost : 1n));
  const weights = election.projects.map((_, project) => weightOf(profile, project));
  return {
    election,
    profile,
    costs,
    divisors,
    supported: weights.flatMap((weight, project) => (weight > 0 ? [project] : [])),
    lowestQ: Float64Array.from(costs, (cost, project) => {
      const price = Number(cost) / weights[project]!;
      return (price / divisorOf({ divisors }, project)) * (1 - WIDTH);
    }),
  };
}

/** As a machine number; 1 for a project of cost 0, whose q is 0 anyway. */
export function divisorOf({ divisors }: Pick<Market, 'divisors'>, project: number): number {
  return Number(divisors[project]!) || 1;
}

/** Sum of all points of a project. */
function weightOf(profile: Profile, project: number): number {
  const { supportStarts, supporters, supportPoints, weights } = profile;
  let sum = 0;
  for (let at = supportStarts[project]!; at < supportStarts[project + 1]!; at++) {
    sum += weights[supporters[at]!]! * supportPoints[at]!;
  }
  return sum;
}
