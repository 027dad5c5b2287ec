import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildElection } from '../build-election.js';
import type { Election } from '../election.js';
import { profileOf } from '../purses/profile.js';
import { SATISFACTIONS } from '../rule-spec.js';
import { isSameBetween } from './neighbours.js';
import { largestAffordable, type Raising } from './larger-purses.js';
import { marketOf, type Market } from './market.js';
import { runShares } from './shares-run.js';

const lowest = (equals: readonly number[]) => Math.min(...equals);

describe('Raising the purses unit by unit', () => {
  it('skips nothing that would have been different', () => {
    fc.assert(
      fc.property(
        elections(),
        fc.constantFrom(...SATISFACTIONS),
        fc.constantFrom('exhaustive' as const, 'overspent' as const),
        (election, satisfaction, goal) => {
          const market = marketOf(election, profileOf(election), satisfaction);
          const unit = BigInt(market.profile.voters);
          const first = runShares(market, election.budget, { pick: lowest });
          const raised = largestAffordable(market, first, { unit, goal, pick: lowest });
          expect(bought(raised.purchases)).toEqual(stepByStep(market, unit, goal));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('A window proved to buy the same', () => {
  it('does so at every purse within', () => {
    fc.assert(
      fc.property(
        elections(),
        fc.constantFrom(...SATISFACTIONS),
        fc.integer({ min: 2, max: 40 }),
        (election, satisfaction, units) => {
          const market = marketOf(election, profileOf(election), satisfaction);
          const purse = (unit: number) =>
            election.budget + BigInt(unit) * BigInt(market.profile.voters);
          const smaller = runShares(market, election.budget, { pick: lowest });
          const larger = runShares(market, purse(units), { pick: lowest, between: { smaller } });
          if (!isSameBetween(smaller, larger)) return;
          for (let unit = 1; unit < units; unit++) {
            const between = runShares(market, purse(unit), { pick: lowest });
            expect(bought(between.purchases)).toEqual(bought(smaller.purchases));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('A window whose ends agree and whose inside does not', () => {
  // With 15 and 19 units more p3 is bought last, with 18 more p4: outcomes are not monotone.
  const market = marketOfBallots(['p0,p1,p4', 'p0,p1,p3,p4', 'p2,p3', 'p2,p3,p4', 'p0,p2']);
  const runWith = (units: bigint) => runShares(market, 78n + units * 5n, { pick: lowest });

  it('exists', () => {
    const outcomes = [15n, 18n, 19n].map((units) => bought(runWith(units).purchases));
    expect(outcomes).toEqual([
      [0, 2, 3],
      [0, 2, 4],
      [0, 2, 3],
    ]);
  });

  it('is not taken for proved', () => {
    expect(isSameBetween(runWith(15n), runWith(19n))).toBe(false);
  });
});

function marketOfBallots(ballots: readonly string[]): Market {
  const election = buildElection({
    voteType: 'approval',
    scale: 0,
    budget: 78n,
    projects: [54n, 51n, 29n, 48n, 41n].map((cost, place) => ({ id: `p${place}`, cost })),
    ballots: ballots.map((text) => ({ votes: text.split(',').map((project) => ({ project })) })),
  });
  return marketOf(election, profileOf(election), 'cost');
}

/** The definition: every purse is tried. */
function stepByStep(market: Market, unit: bigint, goal: Raising['goal']): readonly number[] {
  const { budget, projects } = market.election;
  let current: readonly number[] = [];
  for (let purse = budget; ; purse += unit) {
    const next = bought(runShares(market, purse, { pick: lowest }).purchases);
    const cost = next.reduce((sum, project) => sum + projects[project]!.cost, 0n);
    if (cost > budget) return current;
    current = next;
    const groups = next.flatMap((project) => projects[project]!.group ?? []);
    const open = market.supported.filter((project) => {
      const { group, cost: asked } = projects[project]!;
      if (next.includes(project) || (group !== undefined && groups.includes(group))) return false;
      return goal === 'overspent' || asked <= budget - cost;
    });
    if (open.length === 0) return current;
  }
}

function bought(purchases: readonly { readonly project: number }[]): readonly number[] {
  return purchases.map(({ project }) => project);
}

function elections(): fc.Arbitrary<Election> {
  const project = fc.record({
    cost: fc.bigInt(1n, 300n),
    group: fc.option(fc.constantFrom('yard', 'square'), { nil: undefined }),
  });
  return fc
    .record({
      budget: fc.bigInt(50n, 900n),
      projects: fc.array(project, { minLength: 2, maxLength: 7 }),
      ballots: fc.array(fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 12,
      }),
    })
    .map(({ budget, projects, ballots }) =>
      buildElection({
        voteType: 'approval',
        scale: 0,
        budget,
        projects: projects.map(({ cost, group }, place) => ({
          id: `p${place}`,
          cost,
          ...(group !== undefined && { group }),
        })),
        ballots: ballots.map((choices) => ({
          votes: choices
            .filter((place) => place < projects.length)
            .map((place) => ({ project: `p${place}` })),
        })),
      }),
    );
}
