import type { Election } from '../election.js';
import { ExactChain, type Link, type Ratio } from '../purses/exact-chain.js';
import type { Profile } from '../purses/profile.js';

/** A project and the time at which its supporters hold its cost; null when nobody supports it. */
export interface Due {
  readonly project: number;
  readonly link: Link | null;
}

/** Bound of the relative error of a time in machine numbers: sums of a few hundred terms. */
const WIDTH = 2 ** -32;

/** When each project is due: in machine numbers, and exactly where two lie too close to tell. */
export class DueTimes {
  /** Supporters of each project. */
  readonly heads: Float64Array;
  private readonly chain = new ExactChain();
  private readonly approximateTimes: number[] = [];
  /** Link of the last purchase that a group took part in, −1 for none. */
  private readonly lastPaid: Int32Array;
  /** No project is due before; purses only fall back, so it holds for good. */
  private readonly bounds: Float64Array;

  constructor(
    private readonly election: Election,
    private readonly profile: Profile,
  ) {
    this.lastPaid = new Int32Array(profile.weights.length).fill(-1);
    this.heads = Float64Array.from(election.projects, (_, project) => headsOf(profile, project));
    this.bounds = Float64Array.from(election.projects, ({ cost }, project) =>
      this.heads[project] === 0 ? Infinity : (Number(cost) / this.heads[project]!) * (1 - WIDTH),
    );
  }

  /** Who is due first of these, several at exactly the same time; without support all at last. */
  first(candidates: readonly number[]): readonly Due[] {
    const supported = candidates.filter((project) => this.heads[project]! > 0);
    if (supported.length === 0) return candidates.map((project) => ({ project, link: null }));
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

  /** Its supporters' purses fall to 0. */
  empty({ project, link }: Due): void {
    if (!link) return;
    const { supportStarts, supporters } = this.profile;
    const number = this.chain.add(() => link);
    this.approximateTimes.push(this.approximateTime(link));
    for (let at = supportStarts[project]!; at < supportStarts[project + 1]!; at++) {
      this.lastPaid[supporters[at]!] = number;
    }
  }

  exact(link: Link): Ratio {
    return this.chain.worth(link);
  }

  private earliest(dues: readonly { project: number; link: Link }[]): readonly Due[] {
    if (dues.length === 1) return dues;
    let best: Due[] = [];
    let earliest: Ratio | null = null;
    for (const due of dues) {
      const time = this.exact(due.link);
      const order = earliest ? compareRatios(time, earliest) : -1;
      if (order > 0) continue;
      best = order < 0 ? [due] : [...best, due];
      earliest = time;
    }
    return best;
  }

  /** `(cost + Σ supporters · the time when they last paid) ÷ supporters` */
  private linkOf(project: number): Link {
    const { supportStarts, supporters, weights } = this.profile;
    const perLink = new Float64Array(this.chain.length + 1);
    for (let at = supportStarts[project]!; at < supportStarts[project + 1]!; at++) {
      const group = supporters[at]!;
      perLink[this.lastPaid[group]! + 1]! += weights[group]!;
    }
    const constant = this.election.projects[project]!.cost;
    return { constant, coefficients: perLink.subarray(1), divisor: this.heads[project]! };
  }

  private approximateTime({ constant, coefficients, divisor }: Link): number {
    let sum = Number(constant);
    for (let link = 0; link < coefficients.length; link++) {
      sum += coefficients[link]! * this.approximateTimes[link]!;
    }
    return sum / divisor;
  }
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
