import type { Election, ElectionProject } from './election.js';
import { compareClaims } from './greedy.js';
import type { GreedyStep, Step } from './outcome.js';
import { countPot, type RoundRules } from './round-count.js';
import type { RoundPot } from './round-pot.js';
import { scoresOf } from './scores.js';
import { tieOrderOf } from './ties.js';

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

interface Setting {
  readonly pot: RoundPot;
  readonly rules: RoundRules;
  readonly closed: ReadonlyMap<string, string>;
  readonly steps: readonly GreedyStep[];
}

/** How a project stands in the count, as it is or as it might be. */
interface Standing {
  readonly votes: number;
  readonly points: number;
  readonly cost: bigint;
}

/** A loser that tries other places in the queue of the count. */
class Contender {
  private readonly queue: readonly GreedyStep[];
  /** Place in the queue after which another one has its group; the queue's length for never. */
  private readonly closesAfter: number;
  private readonly isOut: boolean;

  constructor(
    private readonly project: ElectionProject,
    private readonly setting: Setting,
  ) {
    const { pot, closed, steps } = setting;
    const { id, group } = project;
    this.queue = steps.filter((step) => step.project !== id);
    const rivals = new Set(
      pot.election.projects.flatMap((other) =>
        group !== undefined && other.group === group ? [other.id] : [],
      ),
    );
    const taking = this.queue.findIndex(({ taken, project: other }) => taken && rivals.has(other));
    this.closesAfter = taking === -1 ? this.queue.length : taking;
    this.isOut = (pot.removed?.has(id) ?? false) || (group !== undefined && closed.has(group));
  }

  wins(standing: Standing): boolean {
    if (this.isOut || !this.isAdmitted(standing)) return false;
    const place = this.placeOf(standing);
    return place <= this.closesAfter && standing.cost <= this.leftBefore(place);
  }

  private isAdmitted({ votes, cost }: Standing): boolean {
    const { pot, rules } = this.setting;
    const { minimumVotes = 0, costCap } = pot;
    const isEnough = !rules.application.includes('minimum-votes') || votes >= minimumVotes;
    const isTooDear = costCap !== undefined && cost > costCap;
    return isEnough && !(isTooDear && rules.application.includes('cost-cap'));
  }

  /** How many of the queue come before it: found by halving, for the queue is sorted. */
  private placeOf(standing: Standing): number {
    let [from, until] = [0, this.queue.length];
    while (from < until) {
      const middle = (from + until) >> 1;
      if (this.isBefore(standing, this.queue[middle]!)) until = middle;
      else from = middle + 1;
    }
    return from;
  }

  /** Among equals by the order of ties; where ties are refused, only behind all of them it is safe. */
  private isBefore({ points, cost }: Standing, step: GreedyStep): boolean {
    const { rule } = this.setting.rules;
    const projects = [
      { id: this.project.id, cost },
      { id: step.project, cost: step.cost },
    ];
    const election: Election = { ...this.setting.pot.election, projects, ballots: [] };
    const scores = { points: [points, step.points], votes: [] };
    const claim = compareClaims({ election, scores, satisfaction: rule.satisfaction }, 0, 1);
    if (claim !== 0) return claim < 0;
    return rule.ties !== 'refuse' && tieOrderOf(election, scores, rule.ties)(0, 1) < 0;
  }

  private leftBefore(place: number): bigint {
    const { election } = this.setting.pot;
    const last = this.queue.at(-1);
    if (!last) return election.budget;
    return this.queue[place]?.left ?? (last.taken ? last.left - last.cost : last.left);
  }
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
