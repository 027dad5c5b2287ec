import { countElection } from './count.js';
import type { Counterfactual } from './counterfactual.js';
import { countVoters, type Election } from './election.js';
import type { Outcome, Tie } from './outcome.js';
import { countPot, type RoundRules } from './round-count.js';
import type { RoundPot } from './round-pot.js';
import type { RuleSpec } from './rule-spec.js';

/** What was found by counting again, and whether less could not have been enough. */
export interface FoundCounterfactual extends Counterfactual {
  /** Greedy: nothing smaller would do. Other rules: it does, but smaller may too. */
  readonly smallest: boolean;
}

/**
 * What would have made a loser win, by any rule: found by counting again with the change, so it
 * always holds. More votes are further voters who choose this project alone, with one point.
 *
 * Under equal shares and Phragmén's rule more votes or a lower cost can, rarely, do harm; there
 * the search, which doubles and then halves, need not find the smallest change.
 *
 * @example findCounterfactual(election, rule, '7') // → { moreVotes: 38, costAtMost: 21400000n, … }
 */
export function findCounterfactual(
  election: Election,
  rule: RuleSpec,
  id: string,
): FoundCounterfactual {
  const smallest = rule.name === 'greedy';
  return { ...search(election, id, (changed) => countElection(changed, rule)), smallest };
}

/**
 * The same for a project of a round's pot, with everything that the round does to its projects.
 *
 * @param closed groups that have their winner in an earlier pot
 */
export function findPotCounterfactual(
  { pot, rules, closed }: CountedInRound,
  id: string,
): FoundCounterfactual {
  const count = (election: Election) => countPot({ ...pot, election }, rules, closed);
  return { ...search(pot.election, id, count), smallest: rules.rule.name === 'greedy' };
}

/** A pot as its round counts it. */
export interface CountedInRound {
  readonly pot: RoundPot;
  readonly rules: RoundRules;
  readonly closed: ReadonlyMap<string, string>;
}

function search(
  election: Election,
  id: string,
  count: (changed: Election) => Outcome | Tie,
): Counterfactual {
  const place = election.projects.findIndex((project) => project.id === id);
  if (place === -1) throw new RangeError(`No project ${id} stands`);
  const wins = (changed: Election): boolean => {
    const result = count(changed);
    return result.kind === 'outcome' && result.winners.includes(id);
  };
  const most = BigInt(Math.max(1000, 4 * countVoters(election)));
  const { cost } = election.projects[place]!;
  return {
    moreVotes: leastVotes(most, (votes) => wins(withVotes(election, place, votes))),
    costAtMost: highestCost(cost, (lower) => wins(withCost(election, place, lower))),
  };
}

/** The election with further voters who choose one project alone. */
export function withVotes(election: Election, place: number, voters: number): Election {
  return { ...election, ballots: [...election.ballots, { voters, choices: [place] }] };
}

/** The election with one project at another cost. */
export function withCost(election: Election, place: number, cost: bigint): Election {
  const projects = election.projects.map((project, at) =>
    at === place ? { ...project, cost } : project,
  );
  return { ...election, projects };
}

function leastVotes(most: bigint, wins: (votes: number) => boolean): number | null {
  let high = 1n;
  while (!wins(Number(high))) {
    if (high >= most) return null;
    high *= 2n;
  }
  return Number(bisect(high / 2n, high, (votes) => wins(Number(votes))));
}

function highestCost(cost: bigint, wins: (cost: bigint) => boolean): bigint | null {
  if (cost <= 1n || !wins(1n)) return null;
  return cost - bisect(0n, cost - 1n, (saved) => wins(cost - saved));
}

/** `low` is not enough, `high` is: the two are brought together. */
function bisect(low: bigint, high: bigint, isEnough: (value: bigint) => boolean): bigint {
  let [below, enough] = [low, high];
  while (enough - below > 1n) {
    const middle = (below + enough) / 2n;
    if (isEnough(middle)) enough = middle;
    else below = middle;
  }
  return enough;
}
