import type { Election } from './election.js';
import { lostTie } from './greedy-reasons.js';
import type { Reason, Tie } from './outcome.js';
import type { PotRules } from './round-pot.js';
import type { Ties } from './rule-spec.js';
import { scoresOf } from './scores.js';
import { tieOrderOf } from './ties.js';

/** `exclusive`: of projects that share a group only the one with the highest score stays. */
export const FILTERS = [
  'withdrawn',
  'council-refused',
  'cost-cap',
  'minimum-votes',
  'exclusive',
] as const;
export type FilterName = (typeof FILTERS)[number];

interface Filtered extends PotRules {
  readonly election: Election;
}

/** Who is taken out and why. */
export type Filter = (pot: Filtered, ties: Ties) => ReadonlyMap<string, Reason> | Tie;

const FILTER_OF: Readonly<Record<FilterName, Filter>> = {
  withdrawn: (pot) => removedAs(pot, 'WITHDRAWN'),
  'council-refused': (pot) => removedAs(pot, 'COUNCIL_REFUSED'),
  'cost-cap': overCap,
  'minimum-votes': belowMinimum,
  exclusive: exclusive,
};

export function filterOf(name: FilterName): Filter {
  return FILTER_OF[name];
}

function removedAs(
  { removed = new Map() }: PotRules,
  outcome: 'WITHDRAWN' | 'COUNCIL_REFUSED',
): ReadonlyMap<string, Reason> {
  return new Map([...removed].filter(([, reason]) => reason.outcome === outcome));
}

function overCap({ election, costCap: cap }: Filtered): ReadonlyMap<string, Reason> {
  if (cap === undefined) return new Map();
  const over = election.projects.filter(({ cost }) => cost > cap);
  return new Map(over.map(({ id, cost }) => [id, { outcome: 'OVER_CAP', cost, cap }]));
}

function belowMinimum({
  election,
  minimumVotes: minimum = 0,
}: Filtered): ReadonlyMap<string, Reason> {
  const { votes } = scoresOf(election);
  const below = election.projects.flatMap(({ id }, position): [string, Reason][] =>
    votes[position]! < minimum
      ? [[id, { outcome: 'BELOW_MINIMUM', votes: votes[position]!, minimum }]]
      : [],
  );
  return new Map(below);
}

function exclusive({ election }: Filtered, ties: Ties): ReadonlyMap<string, Reason> | Tie {
  const scores = scoresOf(election);
  const tieOrder = tieOrderOf(election, scores, ties);
  const out = new Map<string, Reason>();
  for (const members of groupsOf(election)) {
    const ranked = members.toSorted(
      (a, b) => scores.points[b]! - scores.points[a]! || tieOrder(a, b),
    );
    const [best, ...others] = ranked.map((position) => ({
      id: election.projects[position]!.id,
      points: scores.points[position]!,
    }));
    const equals = others.filter(({ points }) => points === best!.points).map(({ id }) => id);
    if (equals.length > 0 && ties === 'refuse') {
      return { kind: 'tie', between: [best!.id, ...equals], settled: [] };
    }
    for (const { id, points } of others) {
      const margin = best!.points - points;
      out.set(
        id,
        margin === 0 ? lostTie([best!.id], ties) : { outcome: 'CONFLICT', with: best!.id, margin },
      );
    }
  }
  return out;
}

function groupsOf(election: Election): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [position, { group }] of election.projects.entries()) {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), position]);
  }
  return groups.values();
}
