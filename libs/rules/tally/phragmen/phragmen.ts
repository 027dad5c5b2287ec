import type { Election } from '../election.js';
import type { Ratio } from '../purses/exact-chain.js';
import type { Picker } from '../purses/picker.js';
import { profileOf } from '../purses/profile.js';
import { DueTimes, type Due } from './due-times.js';

export interface PhragmenOptions {
  readonly pick: Picker;
  readonly overspending: 'stop' | 'skip';
}

/** A project that came due. */
export interface DueProject {
  readonly project: number;
  readonly taken: boolean;
  readonly left: bigint;
  /** Null when nobody supports it. */
  readonly time: Ratio | null;
  readonly supporters: number;
  readonly tied: readonly number[];
}

/**
 * Phragmén's sequential rule: all purses grow at one rate; a project is bought when its
 * supporters together hold its cost, and their purses fall to 0. Ends when a project due next
 * exceeds what is left of the budget (`stop`), or passes it over (`skip`). Projects dearer than
 * the whole budget are left out before; unsupported ones come last if they fit.
 *
 * Source: Brill, Freeman, Janson and Lackner, "Phragmén's Voting Methods and Justified
 * Representation", AAAI 2017; with costs: Los, Christoff and Grossi, IJCAI 2022.
 *
 * @example budget 100; a costs 60 and has two voters, b costs 40 and has one of them and a third:
 *   b is due at 20, its voters' purses fall to 0; a when its two hold 60 again, at 40: winners b, a
 */
export function phragmen(election: Election, options: PhragmenOptions): readonly DueProject[] {
  const count = new Growth(election, options);
  while (count.takeNext());
  return count.due;
}

class Growth {
  readonly due: DueProject[] = [];
  private readonly times: DueTimes;
  private candidates: readonly number[];
  private left: bigint;

  constructor(
    private readonly election: Election,
    private readonly options: PhragmenOptions,
  ) {
    this.times = new DueTimes(election, profileOf(election));
    this.left = election.budget;
    this.candidates = election.projects.flatMap(({ cost }, project) =>
      cost <= election.budget ? [project] : [],
    );
  }

  takeNext(): boolean {
    const next = this.times.first(this.candidates);
    if (next.length === 0) return false;
    const { projects } = this.election;
    const tooDear = next.filter(({ project }) => projects[project]!.cost > this.left);
    if (tooDear.length > 0 && this.options.overspending === 'stop') {
      for (const due of tooDear) this.record(due, next, false);
      return false;
    }
    for (const due of tooDear) this.passOver(due, next);
    const fitting = next.filter((due) => !tooDear.includes(due));
    if (fitting.length > 0) this.take(fitting);
    return true;
  }

  private take(equals: readonly Due[]): void {
    const chosen = this.chosenOf(equals.map(({ project }) => project));
    const due = equals.find(({ project }) => project === chosen)!;
    this.record(due, equals, true);
    this.left -= this.election.projects[chosen]!.cost;
    const { group } = this.election.projects[chosen]!;
    this.candidates = this.candidates.filter(
      (project) =>
        project !== chosen &&
        (group === undefined || this.election.projects[project]!.group !== group),
    );
    this.times.empty(due);
  }

  private chosenOf(equals: readonly number[]): number {
    return equals.length === 1 ? equals[0]! : this.options.pick(equals, this.left);
  }

  private passOver(due: Due, equals: readonly Due[]): void {
    this.record(due, equals, false);
    this.candidates = this.candidates.filter((project) => project !== due.project);
  }

  private record(due: Due, equals: readonly Due[], taken: boolean): void {
    const { project, link } = due;
    this.due.push({
      project,
      taken,
      left: this.left,
      time: link && this.times.exact(link),
      supporters: this.times.heads[project]!,
      tied: equals.flatMap((equal) => (equal.project === project ? [] : [equal.project])),
    });
  }
}
