import type { Election } from './election.js';
import type { GreedyStep, Outcome, Step, Tie } from './outcome.js';
import { countPot, type RoundRules } from './round-count.js';
import type { RoundPot } from './round-pot.js';
import { scoresOf } from './scores.js';

/** What would have made a loser win, all else equal; null where nothing of that kind would have. */
export interface Counterfactual {
  /** The fewest further voters who choose this project alone, with one point each. */
  readonly moreVotes: number | null;
  /** The highest cost at which it would have won with the votes it has. */
  readonly costAtMost: bigint | null;
}

/** More than any country has: beyond it votes are not what is missing. */
const MOST_VOTES = 2 ** 31;

/**
 * Counterfactuals of the losers of a pot counted greedily: exact, for the greedy rule depends on
 * nothing but scores, and both more votes and a lower cost only ever help. The steps of the count
 * give a guess; counting again proves it, or a search by counting again takes its place.
 *
 * @param closed groups that have their winner in an earlier pot
 * @example budget 100; a costs 60 with 5 votes, b 50 with 4, c 30 with 3
 *   → b: { moreVotes: 2, costAtMost: 40n }
 */
export function greedyCounterfactuals(
  pot: RoundPot,
  rules: RoundRules,
  closed: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, Counterfactual> {
  const condensed = { ...pot, election: condensedElection(pot.election) };
  const count = (changed: Election): Outcome | Tie =>
    countPot({ ...condensed, election: changed }, rules, closed);
  const counted = count(condensed.election);
  const winners = settledIn(counted);
  const steps = counted.kind === 'outcome' ? counted.steps.filter(isGreedy) : [];
  const missing = new Map<string, Counterfactual>();
  for (const [place, { id }] of condensed.election.projects.entries()) {
    if (winners.includes(id)) continue;
    const wins = (changed: Election): boolean => settledIn(count(changed)).includes(id);
    missing.set(id, counterfactualOf({ pot: condensed, place, steps, wins }));
  }
  return missing;
}

/** Taken for certain: the winners, or before a tie what was settled already. */
function settledIn(result: Outcome | Tie): readonly string[] {
  return result.kind === 'outcome' ? result.winners : result.settled;
}

/** The same scores from at most two ballots a project. */
function condensedElection(election: Election): Election {
  const { votes, points } = scoresOf(election);
  const ballots = election.projects.flatMap((_, place) => {
    const [voters, score] = [votes[place]!, points[place]!];
    if (voters === 0) return [];
    const last = { voters: 1, choices: [place], points: [score - voters + 1] };
    return voters === 1 ? [last] : [{ voters: voters - 1, choices: [place] }, last];
  });
  return { ...election, ballots };
}

function isGreedy(step: Step): step is GreedyStep {
  return step.kind === 'greedy';
}

interface Loser {
  readonly pot: RoundPot;
  readonly place: number;
  readonly steps: readonly GreedyStep[];
  readonly wins: (changed: Election) => boolean;
}

function counterfactualOf(loser: Loser): Counterfactual {
  const { election } = loser.pot;
  const { place, wins } = loser;
  const withVotes = (voters: number): Election => ({
    ...election,
    ballots: [...election.ballots, { voters, choices: [place] }],
  });
  const withCost = (cost: bigint): Election => ({
    ...election,
    projects: election.projects.map((project, at) =>
      at === place ? { ...project, cost } : project,
    ),
  });
  return {
    moreVotes: fewest((voters) => wins(withVotes(voters)), guessedVotes(loser)),
    costAtMost: highest(election.projects[place]!.cost, {
      isLowEnough: (cost) => wins(withCost(cost)),
      guess: guessedCost(loser),
    }),
  };
}

/** One vote more than the first project after which it no longer fits, and the minimum at least. */
function guessedVotes({ pot, place, steps }: Loser): number {
  const { votes, points } = scoresOf(pot.election);
  const { cost } = pot.election.projects[place]!;
  const decisive = steps.findLast(({ left }) => cost <= left);
  const overtaking = (decisive?.points ?? 0) - points[place]! + 1;
  return Math.max(1, overtaking, (pot.minimumVotes ?? 0) - votes[place]!);
}

function guessedCost({ pot, place, steps }: Loser): bigint {
  const { id } = pot.election.projects[place]!;
  return steps.find(({ project }) => project === id)?.left ?? 0n;
}

/** The smallest number from 1 that is enough, where more is never worse. */
function fewest(isEnough: (count: number) => boolean, guess: number): number | null {
  const isFewest = (count: number) =>
    count > 0 && isEnough(count) && (count === 1 || !isEnough(count - 1));
  // Equals may already be enough where the order among them says so.
  for (const count of [guess - 1, guess]) if (isFewest(count)) return count;
  let enough = 1;
  while (!isEnough(enough)) {
    enough *= 4;
    if (enough > MOST_VOTES) return null;
  }
  let tooFew = Math.floor(enough / 4);
  while (enough - tooFew > 1) {
    const middle = tooFew + Math.floor((enough - tooFew) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

interface CostSearch {
  readonly isLowEnough: (cost: bigint) => boolean;
  readonly guess: bigint;
}

/** The largest sum from 1 below a cost that is low enough, where less is never worse. */
function highest(cost: bigint, { isLowEnough, guess }: CostSearch): bigint | null {
  if (cost <= 1n || !isLowEnough(1n)) return null;
  if (guess > 0n && guess < cost && isLowEnough(guess) && !isLowEnough(guess + 1n)) return guess;
  let [lowEnough, tooHigh] = [1n, cost];
  while (tooHigh - lowEnough > 1n) {
    const middle = (lowEnough + tooHigh) / 2n;
    if (isLowEnough(middle)) lowEnough = middle;
    else tooHigh = middle;
  }
  return lowEnough;
}
