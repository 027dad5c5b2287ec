import type { Election } from '../election.js';
import { ExactChain, type Link, type Ratio } from '../purses/exact-chain.js';
import type { Picker } from '../purses/picker.js';
import { profileOf, type Profile } from '../purses/profile.js';

export interface PhragmenOptions {
  readonly pick: Picker;
  readonly overspending: 'stop' | 'skip';
}

/** A project that came due. */
export interface DueProject {
  readonly project: number;
  readonly taken: boolean;
  readonly left: bigint;
  /** Its link in the chain of times; null when nobody supports it. */
  readonly link: number | null;
  readonly time: Ratio | null;
  readonly supporters: number;
  readonly tied: readonly number[];
}

/** Bound of the relative error of a time in machine numbers: sums of a few hundred terms. */
const WIDTH = 2 ** -32;

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
  private readonly profile: Profile;
  private readonly times = new ExactChain();
  private readonly approximateTimes: number[] = [];
  /** Link of the last purchase that a group took part in, −1 for none. */
  private readonly lastPaid: Int32Array;
  private readonly bounds: Float64Array;
  private readonly heads: Float64Array;
  private candidates: number[];
  private left: bigint;

  constructor(
    private readonly election: Election,
    private readonly options: PhragmenOptions,
  ) {
    this.profile = profileOf(election);
    this.lastPaid = new Int32Array(this.profile.weights.length).fill(-1);
    this.left = election.budget;
    this.heads = Float64Array.from(election.projects, (_, project) =>
      headsOf(this.profile, project),
    );
    this.bounds = Float64Array.from(election.projects, ({ cost }, project) =>
      this.heads[project] === 0 ? Infinity : (Number(cost) / this.heads[project]!) * (1 - WIDTH),
    );
    this.candidates = election.projects.flatMap(({ cost }, project) =>
      cost <= election.budget ? [project] : [],
    );
  }

  takeNext(): boolean {
    const next = this.nextDue();
    if (next.length === 0) return false;
    const { projects } = this.election;
    const tooDear = next.filter(({ project }) => projects[project]!.cost > this.left);
    if (tooDear.length > 0 && this.options.overspending === 'stop') {
      for (const offer of tooDear) this.record(offer, next, false);
      return false;
    }
    for (const offer of tooDear) this.passOver(offer, next);
    const fitting = next.filter((offer) => !tooDear.includes(offer));
    if (fitting.length > 0) this.take(fitting);
    return true;
  }

  /** Supported projects due first, else the unsupported ones. */
  private nextDue(): readonly Offer[] {
    const supported = this.candidates.filter((project) => this.heads[project]! > 0);
    if (supported.length === 0) return this.candidates.map((project) => ({ project, link: null }));
    supported.sort((a, b) => this.bounds[a]! - this.bounds[b]!);
    let limit = Infinity;
    const near: { project: number; link: Link; low: number }[] = [];
    for (const project of supported) {
      if (this.bounds[project]! > limit) break;
      const link = this.linkOf(project);
      const time = this.approximateTime(link);
      const low = time * (1 - WIDTH);
      this.bounds[project] = low;
      limit = Math.min(limit, time * (1 + WIDTH));
      near.push({ project, link, low });
    }
    return this.earliest(near.filter(({ low }) => low <= limit));
  }

  private earliest(offers: readonly { project: number; link: Link }[]): readonly Offer[] {
    if (offers.length === 1) return offers;
    let best: Offer[] = [];
    let earliest: Ratio | null = null;
    for (const offer of offers) {
      const time = this.times.worth(offer.link);
      const order = earliest ? compareRatios(time, earliest) : -1;
      if (order > 0) continue;
      best = order < 0 ? [offer] : [...best, offer];
      earliest = time;
    }
    return best;
  }

  /** `(cost + Σ supporters · the time when they last paid) ÷ supporters` */
  private linkOf(project: number): Link {
    const { supportStarts, supporters, weights } = this.profile;
    const perLink = new Float64Array(this.times.length + 1);
    for (let at = supportStarts[project]!; at < supportStarts[project + 1]!; at++) {
      const group = supporters[at]!;
      perLink[this.lastPaid[group]! + 1]! += weights[group]!;
    }
    const constant = this.election.projects[project]!.cost;
    return { constant, coefficients: perLink.subarray(1), divisor: this.heads[project]! };
  }

  private approximateTime({ constant, coefficients, divisor }: Link): number {
    let sum = Number(constant);
    for (let at = 0; at < coefficients.length; at++) {
      sum += coefficients[at]! * this.approximateTimes[at]!;
    }
    return sum / divisor;
  }

  private take(equals: readonly Offer[]): void {
    const chosen = this.chosenOf(equals.map(({ project }) => project));
    const offer = equals.find(({ project }) => project === chosen)!;
    this.record(offer, equals, true);
    this.left -= this.election.projects[chosen]!.cost;
    const { group } = this.election.projects[chosen]!;
    this.candidates = this.candidates.filter(
      (project) =>
        project !== chosen &&
        (group === undefined || this.election.projects[project]!.group !== group),
    );
    if (offer.link) this.empty(chosen, offer.link);
  }

  private chosenOf(equals: readonly number[]): number {
    return equals.length === 1 ? equals[0]! : this.options.pick(equals, this.left);
  }

  private empty(project: number, link: Link): void {
    const { supportStarts, supporters } = this.profile;
    const number = this.times.add(() => link);
    this.approximateTimes.push(this.approximateTime(link));
    for (let at = supportStarts[project]!; at < supportStarts[project + 1]!; at++) {
      this.lastPaid[supporters[at]!] = number;
    }
  }

  private passOver(offer: Offer, equals: readonly Offer[]): void {
    this.record(offer, equals, false);
    this.candidates = this.candidates.filter((project) => project !== offer.project);
  }

  private record({ project, link }: Offer, equals: readonly Offer[], taken: boolean): void {
    this.due.push({
      project,
      taken,
      left: this.left,
      link: taken && link ? this.times.length : null,
      time: link && this.times.worth(link),
      supporters: this.heads[project]!,
      tied: equals.flatMap((equal) => (equal.project === project ? [] : [equal.project])),
    });
  }
}

interface Offer {
  readonly project: number;
  /** Null when nobody supports it. */
  readonly link: Link | null;
}

function headsOf({ supportStarts, supporters, weights }: Profile, project: number): number {
  let sum = 0;
  for (let at = supportStarts[project]!; at < supportStarts[project + 1]!; at++) {
    sum += weights[supporters[at]!]!;
  }
  return sum;
}

function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
