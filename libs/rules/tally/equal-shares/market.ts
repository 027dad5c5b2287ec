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
  /** Both as machine numbers; the divisor is 1 for a project of cost 0, whose q is 0 anyway. */
  readonly roughCosts: Float64Array;
  readonly roughDivisors: Float64Array;
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
  const roughCosts = Float64Array.from(costs, Number);
  const roughDivisors = Float64Array.from(divisors, (divisor) => Number(divisor) || 1);
  return {
    election,
    profile,
    costs,
    divisors,
    roughCosts,
    roughDivisors,
    supported: weights.flatMap((weight, project) => (weight > 0 ? [project] : [])),
    lowestQ: Float64Array.from(roughCosts, (cost, project) => {
      const price = cost / weights[project]!;
      return (price / roughDivisors[project]!) * (1 - WIDTH);
    }),
  };
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
