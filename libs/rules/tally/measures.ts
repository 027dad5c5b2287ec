import { fraction, type Fraction } from '#rules/kernel/fraction.js';
import { countVoters, type Ballot, type Election } from './election.js';

/** What an outcome gives to the voters. */
export interface Measures {
  readonly voters: number;
  /** Voters of whose choices nothing won, empty ballots included. */
  readonly withNothing: number;
  /** The same among voters who chose anything, as a share. */
  readonly exclusionRatio: Fraction;
  /** Chosen winners per voter. */
  readonly averageWinners: Fraction;
  /** Money of chosen winners per voter, in the smallest unit. */
  readonly averageMoney: Fraction;
  /** Where districts are known: each winner's cost shared equally by its supporters, per voter. */
  readonly moneyPerVoterByDistrict: ReadonlyMap<string, Fraction>;
}

/**
 * Measures an outcome, whatever rule it came from.
 *
 * @example of three voters one chose only losers → withNothing 1, exclusionRatio 1/3
 */
export function measuresOf(election: Election, winners: readonly string[]): Measures {
  const won = new Set(winners);
  const costs = election.projects.map(({ id, cost }) => (won.has(id) ? cost : null));
  const voters = countVoters(election);
  let [withNothing, empty, chosen, money] = [0, 0, 0, 0n];
  for (const ballot of election.ballots) {
    const gained = ballot.choices.flatMap((project) => costs[project] ?? []);
    if (gained.length === 0) withNothing += ballot.voters;
    if (ballot.choices.length === 0) empty += ballot.voters;
    chosen += gained.length * ballot.voters;
    money += gained.reduce((sum, cost) => sum + cost, 0n) * BigInt(ballot.voters);
  }
  return {
    voters,
    withNothing,
    exclusionRatio: perVoter(BigInt(withNothing - empty), voters - empty),
    averageWinners: perVoter(BigInt(chosen), voters),
    averageMoney: perVoter(money, voters),
    moneyPerVoterByDistrict: moneyByDistrict(election, costs),
  };
}

function perVoter(sum: bigint, voters: number): Fraction {
  return voters === 0 ? fraction(0n, 1n) : fraction(sum, BigInt(voters));
}

function moneyByDistrict(
  { ballots }: Election,
  costs: readonly (bigint | null)[],
): ReadonlyMap<string, Fraction> {
  const supporters = costs.map(() => 0);
  for (const { choices, voters } of ballots) {
    for (const project of choices) supporters[project]! += voters;
  }
  const districts = new Map<string, Ballot[]>();
  for (const ballot of ballots) {
    if (ballot.district === undefined) continue;
    const members = districts.get(ballot.district);
    if (members) members.push(ballot);
    else districts.set(ballot.district, [ballot]);
  }
  return new Map(
    [...districts].map(([district, members]) => [district, moneyOf(members, costs, supporters)]),
  );
}

function moneyOf(
  members: readonly Ballot[],
  costs: readonly (bigint | null)[],
  supporters: readonly number[],
): Fraction {
  const voters = members.reduce((sum, ballot) => sum + ballot.voters, 0);
  const shares = costs.map(() => 0);
  for (const { choices, voters: heads } of members) {
    for (const project of choices) shares[project]! += heads;
  }
  const sum = costs.reduce(
    (total: Fraction, cost, project) => {
      if (cost === null || supporters[project] === 0) return total;
      const den = BigInt(supporters[project]!);
      const num = cost * BigInt(shares[project]!);
      return fraction(total.num * den + num * total.den, total.den * den);
    },
    fraction(0n, 1n),
  );
  return fraction(sum.num, sum.den * BigInt(voters));
}
