import type { Election } from './election.js';
import type { GreedyStep, Tie } from './outcome.js';
import type { Satisfaction } from './rule-spec.js';
import { scoresOf, type Scores } from './scores.js';
import { compareAmounts, tieOrderOf, type TieOrder } from './ties.js';
import type { Ties } from './rule-spec.js';

/** What a greedy pass starts from: after equal shares some projects and money are gone. */
export interface GreedyStart {
  readonly election: Election;
  readonly scores: Scores;
  readonly satisfaction: Satisfaction;
  readonly tieOrder: TieOrder;
  readonly refuseTies: boolean;
  readonly left: bigint;
  /** Positions already taken. */
  readonly taken: readonly number[];
}

export interface GreedyPass {
  readonly kind: 'pass';
  readonly taken: readonly number[];
  readonly steps: readonly GreedyStep[];
}

/**
 * The utilitarian greedy rule: projects in falling order of total satisfaction per cost, each
 * taken if it still fits. With `cost` satisfaction that is the order of scores, what towns call
 * "by votes"; with `cardinality` the order of score ÷ cost.
 *
 * Source: Talmon and Faliszewski, "A Framework for Approval-Based Budgeting Methods", AAAI 2019;
 * the rule of most Polish cities.
 *
 * @example budget 100; a costs 60 with 5 votes, b 50 with 4, c 30 with 3
 *   → a (40 left), b does not fit, c fits: winners a, c
 */
export function greedy(
  election: Election,
  satisfaction: Satisfaction,
  ties: Ties,
): GreedyPass | Tie {
  const scores = scoresOf(election);
  return greedyFrom({
    election,
    scores,
    satisfaction,
    tieOrder: tieOrderOf(election, scores, ties),
    refuseTies: ties === 'refuse',
    left: election.budget,
    taken: [],
  });
}

/** The same from where another rule has stopped. */
export function greedyFrom(start: GreedyStart): GreedyPass | Tie {
  const pass = new Pass(start);
  for (const equals of rankedEquals(start)) {
    const tie = start.refuseTies ? pass.tieAmong(equals) : null;
    if (tie) return tie;
    for (const project of equals) pass.look(project, equals);
  }
  return { kind: 'pass', taken: pass.taken, steps: pass.steps };
}

/** Falling order of satisfaction per cost: below 0 when `a` comes before `b`. */
export function compareClaims(
  { election, scores, satisfaction }: Pick<GreedyStart, 'election' | 'scores' | 'satisfaction'>,
  a: number,
  b: number,
): number {
  const [left, right] = [scores.points[a]!, scores.points[b]!];
  if (satisfaction === 'cost' || left === 0 || right === 0) return right - left;
  const { projects } = election;
  return compareAmounts(BigInt(right) * projects[a]!.cost, BigInt(left) * projects[b]!.cost);
}

function rankedEquals(start: GreedyStart): readonly (readonly number[])[] {
  const taken = new Set(start.taken);
  const ranked = start.election.projects
    .map((_, project) => project)
    .filter((project) => !taken.has(project))
    .sort((a, b) => compareClaims(start, a, b) || start.tieOrder(a, b));
  const runs: number[][] = [];
  for (const project of ranked) {
    const run = runs.at(-1);
    if (run && compareClaims(start, run[0]!, project) === 0) run.push(project);
    else runs.push([project]);
  }
  return runs;
}

class Pass {
  readonly taken: number[] = [];
  readonly steps: GreedyStep[] = [];
  private left: bigint;
  private readonly groups = new Map<string, number>();

  constructor(private readonly start: GreedyStart) {
    this.left = start.left;
    for (const project of start.taken) this.closeGroup(project);
  }

  look(project: number, equals: readonly number[]): void {
    const { election, scores } = this.start;
    const { id, cost } = election.projects[project]!;
    const rival = this.rivalOf(project);
    const taken = rival === undefined && cost <= this.left;
    this.steps.push({
      kind: 'greedy',
      project: id,
      taken,
      points: scores.points[project]!,
      votes: scores.votes[project]!,
      cost,
      left: this.left,
      ...(rival !== undefined && { conflictWith: election.projects[rival]!.id }),
      tiedWith: equals
        .filter((other) => other !== project)
        .map((other) => election.projects[other]!.id),
    });
    if (taken) this.take(project, cost);
  }

  /**
   * Equals are a tie only if it matters who comes first: each fits alone, all together do not,
   * or two of them exclude each other. Then every sequence leaves out somebody else.
   */
  tieAmong(equals: readonly number[]): Tie | null {
    const { projects } = this.start.election;
    const fitting = equals.filter(
      (project) => this.rivalOf(project) === undefined && projects[project]!.cost <= this.left,
    );
    const together = fitting.reduce((sum, project) => sum + projects[project]!.cost, 0n);
    const groups = fitting.flatMap((project) => projects[project]!.group ?? []);
    if (together <= this.left && new Set(groups).size === groups.length) return null;
    return {
      kind: 'tie',
      between: fitting.map((project) => projects[project]!.id),
      settled: [...this.start.taken, ...this.taken].map((project) => projects[project]!.id),
    };
  }

  private rivalOf(project: number): number | undefined {
    const { group } = this.start.election.projects[project]!;
    return group === undefined ? undefined : this.groups.get(group);
  }

  private take(project: number, cost: bigint): void {
    this.left -= cost;
    this.taken.push(project);
    this.closeGroup(project);
  }

  private closeGroup(project: number): void {
    const { group } = this.start.election.projects[project]!;
    if (group !== undefined) this.groups.set(group, project);
  }
}
