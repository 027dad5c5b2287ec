import type { ElectionProject } from './election.js';
import { Contender, type Standing } from './contender.js';
import type { GreedyStep, Step } from './outcome.js';
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
 * Counterfactuals of the losers of a pot counted greedily; empty while a tie is open.
 *
 * Exact, and answered from the steps of one count: a loser takes no money, so the others are looked
 * at just as if it were not there, and it wins in another place of that queue exactly when it fits
 * there. Both more votes and a lower cost only ever help. Projects that the filter `exclusive`
 * weighs against each other are left out: there the queue itself would change.
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
  const counted = countPot(pot, rules, closed);
  if (counted.kind === 'tie') return new Map();
  const { votes, points } = scoresOf(pot.election);
  const setting = { pot, rules, closed, steps: counted.steps.filter(isGreedy) };
  const losers = pot.election.projects.flatMap((project, place): [string, Counterfactual][] => {
    if (counted.winners.includes(project.id) || isWeighed(project, rules)) return [];
    const now = { votes: votes[place]!, points: points[place]!, cost: project.cost };
    return [[project.id, counterfactualOf(new Contender(project, setting), now)]];
  });
  return new Map(losers);
}

function counterfactualOf(contender: Contender, now: Standing): Counterfactual {
  const { votes, points, cost } = now;
  return {
    moreVotes: fewest((more) =>
      contender.wins({ votes: votes + more, points: points + more, cost }),
    ),
    costAtMost: highest(cost, (lower) => contender.wins({ ...now, cost: lower })),
  };
}

/** The smallest number from 1 that is enough, where more is never worse. */
function fewest(isEnough: (count: number) => boolean): number | null {
  if (!isEnough(MOST_VOTES)) return null;
  let [tooFew, enough] = [0, MOST_VOTES];
  while (enough - tooFew > 1) {
    const middle = tooFew + Math.floor((enough - tooFew) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** The largest sum from 1 below a cost that is low enough, where less is never worse. */
function highest(cost: bigint, isLowEnough: (cost: bigint) => boolean): bigint | null {
  if (cost <= 1n || !isLowEnough(1n)) return null;
  let [lowEnough, tooHigh] = [1n, cost];
  while (tooHigh - lowEnough > 1n) {
    const middle = (lowEnough + tooHigh) / 2n;
    if (isLowEnough(middle)) lowEnough = middle;
    else tooHigh = middle;
  }
  return lowEnough;
}

function isGreedy(step: Step): step is GreedyStep {
  return step.kind === 'greedy';
}

function isWeighed({ group }: ElectionProject, { application }: RoundRules): boolean {
  return group !== undefined && application.includes('exclusive');
}
