import { approximately } from './purses/exact-chain.js';
import { profileOf, type Profile } from './purses/profile.js';
import { countVoters, type Election } from './election.js';
import type { Outcome, SharesStep } from './outcome.js';

/** A project that was not bought at a step, and how near it was. */
export interface Rival {
  readonly project: string;
  /** Full payers that its supporters were worth; as for a picture, to a tenth. */
  readonly effectiveVotes: number;
}

/** What one purchase of equal shares was like for the voters. */
export interface PurseView {
  readonly project: string;
  /** Projects whose supporters could have paid at this step, the bought one included. */
  readonly payable: number;
  /** The nearest of them, the nearest first. */
  readonly rivals: readonly Rival[];
  /** Voters whose purses are empty after the step. */
  readonly empty: number;
}

export interface PurseQuestion {
  readonly election: Election;
  readonly outcome: Pick<Outcome, 'purse' | 'steps'>;
  /** What a voter has of a project she chose. */
  readonly satisfaction: 'cost' | 'cardinality';
  readonly rivals: number;
}

/**
 * Plays the purchases of equal shares again and looks into the purses after each. For pictures
 * alone: it works in machine numbers, while the steps themselves carry what is exact.
 *
 * @example pursesAfter({ election, outcome, satisfaction: 'cost', rivals: 3 })
 *   // → [{ project: '1', payable: 4, rivals: [{ project: '2', effectiveVotes: 6 }], empty: 0 }]
 */
export function pursesAfter(question: PurseQuestion): readonly PurseView[] {
  const { election, outcome } = question;
  const { purse } = outcome;
  if (!purse || countVoters(election) === 0) return [];
  const play = new Play(question, approximately(purse));
  const bought = outcome.steps.filter((step) => step.kind === 'equal-shares');
  return bought.map((step) => play.buy(step));
}

/** Below this share of a full purse a balance is what rounding left of nothing. */
const NOTHING = 1e-9;

class Play {
  private readonly profile: Profile;
  private readonly balances: Float64Array;
  private readonly costs: Float64Array;
  private readonly places: ReadonlyMap<string, number>;
  private unbought: readonly number[];
  private empty = 0;

  constructor(
    private readonly question: PurseQuestion,
    private readonly purse: number,
  ) {
    const { projects } = question.election;
    this.profile = profileOf(question.election);
    this.balances = new Float64Array(this.profile.weights.length).fill(purse);
    this.costs = Float64Array.from(projects, ({ cost }) => Number(cost));
    this.places = new Map(projects.map(({ id }, place) => [id, place]));
    this.unbought = projects.map((_, place) => place);
  }

  buy({ project, price }: SharesStep): PurseView {
    const bought = this.places.get(project)!;
    const offers = this.unbought.flatMap((place) => this.offerOf(place));
    this.pay(bought, approximately(price));
    this.leaveMarket(bought);
    const others = offers.filter(({ place }) => place !== bought);
    return {
      project,
      payable: others.length + 1,
      rivals: this.nearest(others),
      empty: this.empty,
    };
  }

  private leaveMarket(bought: number): void {
    const { projects } = this.question.election;
    const { group } = projects[bought]!;
    this.unbought = this.unbought.filter(
      (place) => place !== bought && (group === undefined || projects[place]!.group !== group),
    );
  }

  private nearest(others: readonly Offer[]): readonly Rival[] {
    const { election, rivals } = this.question;
    return others
      .toSorted((a, b) => a.q - b.q)
      .slice(0, rivals)
      .map(({ place, effectiveVotes }) => {
        const project = election.projects[place]!.id;
        return { project, effectiveVotes: Math.round(effectiveVotes * 10) / 10 };
      });
  }

  private pay(project: number, price: number): void {
    const { supporters, supportPoints, weights } = this.profile;
    for (const at of this.supportersOf(project)) {
      const group = supporters[at]!;
      const before = this.balances[group]!;
      const after = before - price * supportPoints[at]!;
      this.balances[group] = after > NOTHING * this.purse ? after : 0;
      if (before > 0 && this.balances[group] === 0) this.empty += weights[group]!;
    }
  }

  /** The lowest price of a point at which the supporters raise the cost; none where they cannot. */
  private offerOf(place: number): readonly Offer[] {
    const { supporters, supportPoints, weights } = this.profile;
    const cost = this.costs[place]!;
    const members = this.supportersOf(place)
      .map((at) => ({ at, limit: this.balances[supporters[at]!]! / supportPoints[at]! }))
      .filter(({ limit }) => limit > 0)
      .sort((a, b) => a.limit - b.limit);
    let [missing, points] = [cost, 0];
    for (const { at } of members) points += weights[supporters[at]!]! * supportPoints[at]!;
    for (const { at, limit } of members) {
      if (missing <= limit * points) return [this.offer(place, missing / points)];
      const heads = weights[supporters[at]!]!;
      missing -= this.balances[supporters[at]!]! * heads;
      points -= heads * supportPoints[at]!;
    }
    return missing <= NOTHING * cost && members.length > 0
      ? [this.offer(place, members.at(-1)!.limit)]
      : [];
  }

  private offer(place: number, price: number): Offer {
    const cost = this.costs[place]!;
    const divisor = this.question.satisfaction === 'cost' ? cost || 1 : 1;
    return { place, q: price / divisor, effectiveVotes: price === 0 ? 0 : cost / price };
  }

  private supportersOf(project: number): number[] {
    const { supportStarts } = this.profile;
    const first = supportStarts[project]!;
    return Array.from({ length: supportStarts[project + 1]! - first }, (_, place) => first + place);
  }
}

interface Offer {
  readonly place: number;
  readonly q: number;
  readonly effectiveVotes: number;
}
