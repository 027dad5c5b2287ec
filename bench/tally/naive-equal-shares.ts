import { compareIds } from '#rules/tally/compare-ids.js';
import { countVoters, type Election } from '#rules/tally/election.js';
import { NaiveFraction } from './naive-fraction.js';

interface Supporter {
  readonly voter: number;
  readonly points: NaiveFraction;
}

/**
 * Equal shares with cost satisfaction straight from the definition: every voter has a purse of
 * her own, every price is looked for afresh in every round, all in fractions. Kept to measure
 * against, and as a second opinion; ties by id.
 */
export function naiveEqualShares(election: Election): readonly string[] {
  const voters = countVoters(election);
  const purses = new Array<NaiveFraction>(voters).fill(
    NaiveFraction.of(election.budget, BigInt(voters)),
  );
  const supporters = supportersOf(election);
  const winners: string[] = [];
  for (;;) {
    const best = cheapest(election, supporters, { purses, winners });
    if (!best) return winners;
    for (const { voter, points } of supporters.get(best.id)!) {
      const asked = best.price.times(points);
      const purse = purses[voter]!;
      purses[voter] = purse.minus(asked.isBelow(purse) ? asked : purse);
    }
    winners.push(best.id);
  }
}

function supportersOf({ ballots, projects }: Election): ReadonlyMap<string, readonly Supporter[]> {
  const supporters = new Map(projects.map(({ id }) => [id, [] as Supporter[]]));
  let first = 0;
  for (const { choices, points, voters } of ballots) {
    for (const [place, project] of choices.entries()) {
      const given = NaiveFraction.of(BigInt(points?.[place] ?? 1));
      for (let voter = first; voter < first + voters; voter++) {
        supporters.get(projects[project]!.id)!.push({ voter, points: given });
      }
    }
    first += voters;
  }
  return supporters;
}

interface Standing {
  readonly purses: readonly NaiveFraction[];
  readonly winners: readonly string[];
}

interface Bargain {
  readonly id: string;
  readonly price: NaiveFraction;
  readonly q: NaiveFraction;
}

function cheapest(
  { projects }: Election,
  supporters: ReadonlyMap<string, readonly Supporter[]>,
  { purses, winners }: Standing,
): Bargain | null {
  let best: Bargain | null = null;
  for (const { id, cost } of projects.toSorted((a, b) => compareIds(a.id, b.id))) {
    if (winners.includes(id) || supporters.get(id)!.length === 0) continue;
    const price = priceOf(NaiveFraction.of(cost), supporters.get(id)!, purses);
    if (!price) continue;
    const q = cost === 0n ? NaiveFraction.of(0n) : price.over(NaiveFraction.of(cost));
    if (!best || q.isBelow(best.q)) best = { id, price, q };
  }
  return best;
}

/** From the poorest per point upwards: who cannot pay the even share of the rest gives all. */
function priceOf(
  cost: NaiveFraction,
  supporters: readonly Supporter[],
  purses: readonly NaiveFraction[],
): NaiveFraction | null {
  const ranked = supporters
    .map(({ voter, points }) => ({
      purse: purses[voter]!,
      points,
      ratio: purses[voter]!.over(points),
    }))
    .sort((a, b) => (a.ratio.isBelow(b.ratio) ? -1 : b.ratio.isBelow(a.ratio) ? 1 : 0));
  let rest = cost;
  let weight = ranked.reduce((sum, { points }) => sum.plus(points), NaiveFraction.of(0n));
  for (const { purse, points, ratio } of ranked) {
    const price = rest.over(weight);
    if (!ratio.isBelow(price)) return price;
    rest = rest.minus(purse);
    weight = weight.minus(points);
  }
  return null;
}
