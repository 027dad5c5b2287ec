import type { Election, ElectionProject } from './election.js';
import { compareClaims } from './greedy.js';
import type { GreedyStep } from './outcome.js';
import type { RoundRules } from './round-count.js';
import type { RoundPot } from './round-pot.js';
import { tieOrderOf } from './ties.js';

export interface ContenderSetting {
  readonly pot: RoundPot;
  readonly rules: RoundRules;
  readonly closed: ReadonlyMap<string, string>;
  readonly steps: readonly GreedyStep[];
}

/** How a project stands in the count, as it is or as it might be. */
export interface Standing {
  readonly votes: number;
  readonly points: number;
  readonly cost: bigint;
}

/** A loser of a greedy count that tries other places in its queue. */
export class Contender {
  private readonly queue: readonly GreedyStep[];
  /** Place in the queue after which another one has its group; the queue's length for never. */
  private readonly closesAfter: number;
  private readonly isOut: boolean;

  constructor(
    private readonly project: ElectionProject,
    private readonly setting: ContenderSetting,
  ) {
    const { pot, closed, steps } = setting;
    const { id, group } = project;
    this.queue = steps.filter((step) => step.project !== id);
    this.closesAfter = rivalsPlace(this.queue, project, pot);
    this.isOut = (pot.removed?.has(id) ?? false) || (group !== undefined && closed.has(group));
  }

  /** Would it win, standing like this, while all others stay as they are? */
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

/** Where the queue takes a rival of the same group; its end when it never does. */
function rivalsPlace(
  queue: readonly GreedyStep[],
  { group }: ElectionProject,
  { election }: RoundPot,
): number {
  if (group === undefined) return queue.length;
  const members = election.projects.filter((other) => other.group === group);
  const rivals = new Set(members.map(({ id }) => id));
  const taking = queue.findIndex(({ taken, project }) => taken && rivals.has(project));
  return taking === -1 ? queue.length : taking;
}
