import type { Election } from '../election.js';
import type { Profile } from '../purses/profile.js';
import type { Satisfaction } from '../rule-spec.js';

/** An election as equal shares see it: all that stays the same whatever the purses hold. */
export interface Market {
  readonly election: Election;
  readonly profile: Profile;
  /** Costs times the number of voters, so that shares of the budget are whole. */
  readonly costs: readonly bigint[];
  /** What the price of a point is divided by to compare projects. */
  readonly divisors: readonly bigint[];
  /** No price of a point can be lower: cost ÷ all points; without supporters infinite. */
  readonly lowestPrices: Float64Array;
}

export function marketOf(election: Election, profile: Profile, satisfaction: Satisfaction): Market {
  const voters = BigInt(profile.voters);
  const costs = election.projects.map(({ cost }) => cost * voters);
  const divisors = election.projects.map(({ cost }) => (satisfaction === 'cost' ? cost : 1n));
  const lowestPrices = Float64Array.from(costs, (cost, project) => {
    const weight = weightOf(profile, project);
    return weight === 0 ? Infinity : Number(cost) / weight;
  });
  return { election, profile, costs, divisors, lowestPrices };
}

/** Sum of all points of a project. */
export function weightOf(profile: Profile, project: number): number {
  const { supportStarts, supporters, supportPoints, weights } = profile;
  let sum = 0;
  for (let at = supportStarts[project]!; at < supportStarts[project + 1]!; at++) {
    sum += weights[supporters[at]!]! * supportPoints[at]!;
  }
  return sum;
}
