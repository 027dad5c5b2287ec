import type { Counted } from './counted.js';
import type { Election } from './election.js';
import type { Tie } from './outcome.js';
import type { Picker } from './purses/picker.js';
import { compareIds } from './compare-ids.js';

type Count = (pick: Picker) => Counted | Tie;

/** Above this many ways to put equals in sequence a tie is taken to decide. */
const MOST_WAYS = 64;

/**
 * Counts without any rule among equals. A tie is the result only if it decides who wins: the
 * count is repeated with the other sequences, and when all give the same winners, those stand.
 * Equals without a common voter who all get their money in any sequence are not even tried.
 */
export function countRefusingTies(election: Election, count: Count): Counted | Tie {
  const ways = new Ways(election);
  const first = ways.follow(count, new Map());
  if (first.kind === 'tie') return first;
  const winners = keyOf(first.taken);
  for (let way = ways.next(); way; way = ways.next()) {
    const other = ways.tried > MOST_WAYS ? null : ways.follow(count, way.preferences);
    if (other === null || other.kind === 'tie' || keyOf(other.taken) !== winners) {
      return tieOf(election, way.equals, first);
    }
  }
  return first;
}

interface Way {
  readonly equals: readonly number[];
  /** For each set of equals met before, who is preferred. */
  readonly preferences: ReadonlyMap<string, number>;
}

class Ways {
  tried = 0;
  private readonly open: Way[] = [];

  constructor(private readonly election: Election) {}

  next(): Way | undefined {
    return this.open.shift();
  }

  /** Counts with these preferences, the smaller id elsewhere, and notes what else could be tried. */
  follow(count: Count, preferences: ReadonlyMap<string, number>): Counted | Tie {
    this.tried++;
    const met = new Map(preferences);
    return count((equals, left) => {
      const key = keyOf(equals);
      const known = met.get(key);
      if (known !== undefined) return known;
      const [first, ...others] = this.byId(equals);
      if (!this.areIndependent(equals, left)) {
        for (const other of others) {
          this.open.push({ equals, preferences: new Map([...met, [key, other]]) });
        }
      }
      met.set(key, first!);
      return first!;
    });
  }

  private byId(equals: readonly number[]): readonly number[] {
    const { projects } = this.election;
    return equals.toSorted((a, b) => compareIds(projects[a]!.id, projects[b]!.id));
  }

  private areIndependent(equals: readonly number[], left: bigint | null): boolean {
    const { projects, ballots } = this.election;
    const groups = equals.flatMap((project) => projects[project]!.group ?? []);
    if (new Set(groups).size < groups.length) return false;
    const together = equals.reduce((sum, project) => sum + projects[project]!.cost, 0n);
    if (left !== null && together > left) return false;
    return ballots.every(
      ({ choices }) => choices.filter((project) => equals.includes(project)).length <= 1,
    );
  }
}

function tieOf(election: Election, equals: readonly number[], { taken }: Counted): Tie {
  const turn = taken.findIndex((project) => equals.includes(project));
  const idOf = (project: number) => election.projects[project]!.id;
  return {
    kind: 'tie',
    between: equals.map(idOf).sort(compareIds),
    settled: taken.slice(0, turn === -1 ? 0 : turn).map(idOf),
  };
}

function keyOf(projects: readonly number[]): string {
  return projects.toSorted((a, b) => a - b).join();
}
