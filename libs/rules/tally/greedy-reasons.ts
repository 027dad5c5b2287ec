import type { Election } from './election.js';
import type { GreedyStep, Reason, TieLost } from './outcome.js';
import { seedOf } from './ties.js';
import type { Ties } from './rule-spec.js';

/** Why each project that a greedy pass looked at and did not take has lost. */
export function greedyReasons(
  election: Election,
  steps: readonly GreedyStep[],
  ties: Ties,
): ReadonlyMap<string, Reason> {
  const points = new Map(steps.map((step) => [step.project, step.points]));
  const lost = steps.flatMap((step, turn): (readonly [string, Reason])[] =>
    step.taken ? [] : [[step.project, reasonOf({ step, turn, steps, points, ties })]],
  );
  return new Map(lost);
}

interface Look {
  readonly step: GreedyStep;
  readonly turn: number;
  readonly steps: readonly GreedyStep[];
  readonly points: ReadonlyMap<string, number>;
  readonly ties: Ties;
}

function reasonOf({ step, turn, steps, points, ties }: Look): Reason {
  if (step.conflictWith !== undefined) {
    const margin = (points.get(step.conflictWith) ?? 0) - step.points;
    return { outcome: 'CONFLICT', with: step.conflictWith, margin };
  }
  const to = takenEquals(step, steps.slice(0, turn));
  if (to.length > 0)
    return lostTie(
      to.map((equal) => equal.project),
      ties,
    );
  return {
    outcome: 'NO_MONEY',
    needed: step.cost,
    left: step.left,
    leftIn: 'budget',
    cheaperWinners: steps.slice(turn + 1).flatMap(({ taken, project }) => (taken ? [project] : [])),
  };
}

/** Equals taken before it, if it would still have fitted when the first of them had its turn. */
function takenEquals(step: GreedyStep, before: readonly GreedyStep[]): readonly GreedyStep[] {
  const equals = before.filter(({ project }) => step.tiedWith.includes(project));
  return equals[0] && step.cost <= equals[0].left ? equals.filter(({ taken }) => taken) : [];
}

/** `lostTie(['7'], 'lottery:abc') // → { outcome: 'TIE_LOST', to: ['7'], by: 'lottery', seed: 'abc' }` */
export function lostTie(to: readonly string[], ties: Ties): TieLost {
  if (ties === 'refuse') throw new RangeError('A refused tie has no loser');
  if (ties === 'id' || ties === 'cost-votes-id') return { outcome: 'TIE_LOST', to, by: ties };
  return { outcome: 'TIE_LOST', to, by: 'lottery', seed: seedOf(ties) };
}
