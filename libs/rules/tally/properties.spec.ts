import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildElection } from './build-election.js';
import { countElection } from './count.js';
import { findCounterfactual, withCost, withVotes } from './counterfactual-search.js';
import { VOTE_TYPES, type CastBallot, type Election } from './election.js';
import type { Outcome, Tie } from './outcome.js';
import { COMPLETIONS, RULES, ruleSpec, SATISFACTIONS, type RuleSpec } from './rule-spec.js';

describe('Every rule', () => {
  it('never spends above the budget and gives every project one reason', () => {
    fc.assert(
      fc.property(elections(), rules(), (election, rule) => {
        const outcome = counted(countElection(election, rule));
        expect(outcome.cost).toBeLessThanOrEqual(election.budget);
        expect([...outcome.reasons.keys()].sort()).toEqual(idsOf(election).sort());
        const won = [...outcome.reasons].filter(([, reason]) => reason.outcome === 'WON');
        expect(won.map(([id]) => id)).toEqual(outcome.winners);
      }),
    );
  });

  it('does not depend on the sequence of voters or projects, nor on merging', () => {
    fc.assert(
      fc.property(drafts(), rules(), ({ ballots, ...draft }, rule) => {
        const election = buildElection({ ...draft, ballots });
        const turned = buildElection({
          ...draft,
          projects: draft.projects.toReversed(),
          ballots: ballots.toReversed(),
        });
        const alone = ballots.flatMap((ballot) => [
          ...buildElection({ ...draft, ballots: [ballot] }).ballots,
        ]);
        const split = { ...election, ballots: alone };
        const { winners } = counted(countElection(election, rule));
        expect(counted(countElection(turned, rule)).winners).toEqual(winners);
        expect(counted(countElection(split, rule)).winners).toEqual(winners);
      }),
    );
  });

  it('refuses only ties that some sequence among equals would decide otherwise', () => {
    fc.assert(
      fc.property(elections(), rules(), (election, rule) => {
        const result = countElection(election, { ...rule, ties: 'refuse' });
        if (result.kind === 'tie') return;
        for (const ties of ['id', 'cost-votes-id', 'lottery:1'] as const) {
          const other = counted(countElection(election, { ...rule, ties }));
          expect(other.winners.toSorted()).toEqual(result.winners.toSorted());
        }
      }),
    );
  });

  it('proves its counterfactuals by counting again', () => {
    fc.assert(
      fc.property(elections(), rules(), (election, rule) => {
        const outcome = counted(countElection(election, rule));
        const place = election.projects.findIndex(({ id }) => !outcome.winners.includes(id));
        if (place === -1) return;
        const { id, cost } = election.projects[place]!;
        const { moreVotes, costAtMost, smallest } = findCounterfactual(election, rule, id);
        const wins = (changed: Election) =>
          counted(countElection(changed, rule)).winners.includes(id);
        if (moreVotes !== null) {
          expect(wins(withVotes(election, place, moreVotes))).toBe(true);
          if (smallest && moreVotes > 1) {
            expect(wins(withVotes(election, place, moreVotes - 1))).toBe(false);
          }
        }
        if (costAtMost !== null) {
          expect(costAtMost).toBeLessThan(cost);
          expect(wins(withCost(election, place, costAtMost))).toBe(true);
          if (smallest) expect(wins(withCost(election, place, costAtMost + 1n))).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('Greedy', () => {
  it('keeps a winner that gets more votes', () => {
    fc.assert(
      fc.property(elections(), fc.constantFrom(...SATISFACTIONS), (election, satisfaction) => {
        const rule = ruleSpec({ name: 'greedy', ties: 'id', satisfaction });
        for (const id of counted(countElection(election, rule)).winners) {
          const place = idsOf(election).indexOf(id);
          const more = counted(countElection(withVotes(election, place, 1), rule));
          expect(more.winners).toContain(id);
        }
      }),
    );
  });
});

describe('Equal shares', () => {
  it('is priceable: voters pay for what they chose, within their share, each cost in full', () => {
    fc.assert(
      fc.property(elections(), fc.constantFrom(...SATISFACTIONS), (election, satisfaction) => {
        const rule = ruleSpec({ name: 'equal-shares', ties: 'id', satisfaction });
        const { steps } = counted(countElection(election, rule));
        expectPriceable(election, steps);
      }),
    );
  });

  it('gives a unanimous group what its share of the money buys (EJR up to one project)', () => {
    fc.assert(
      fc.property(blocs(), (election) => {
        const rule = ruleSpec({ name: 'equal-shares', ties: 'id', satisfaction: 'cardinality' });
        const { winners } = counted(countElection(election, rule));
        expectEjrUpToOne(election, winners);
      }),
    );
  });
});

/** Replays the payments exactly: each cost is met in full and no purse falls below 0. */
function expectPriceable(election: Election, steps: Outcome['steps']): void {
  const voters = election.ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
  const purses = election.ballots.map(() => ({ num: election.budget, den: BigInt(voters || 1) }));
  for (const step of steps) {
    if (step.kind !== 'equal-shares') continue;
    const place = idsOf(election).indexOf(step.project);
    let paid = { num: 0n, den: 1n };
    for (const [group, ballot] of election.ballots.entries()) {
      const at = ballot.choices.indexOf(place);
      if (at === -1) continue;
      const points = BigInt(ballot.points?.[at] ?? 1);
      const asked = { num: step.price.num * points, den: step.price.den };
      const purse = purses[group]!;
      const pays = asked.num * purse.den < purse.num * asked.den ? asked : purse;
      purses[group] = plus(purse, { num: -pays.num, den: pays.den });
      paid = plus(paid, { num: pays.num * BigInt(ballot.voters), den: pays.den });
    }
    expect(paid.num).toBe(step.cost * paid.den);
  }
  expect(purses.every(({ num }) => num >= 0n)).toBe(true);
}

function plus(a: { num: bigint; den: bigint }, b: { num: bigint; den: bigint }) {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

/**
 * By brute force over all sets T of projects: voters who all chose all of T and whose shares of
 * the budget pay for T; then T is bought, or one of them has more than |T| winners of her choice
 * if one project is added.
 */
function expectEjrUpToOne(election: Election, winners: readonly string[]): void {
  const voters = election.ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
  const won = new Set(winners.map((id) => idsOf(election).indexOf(id)));
  for (let mask = 1; mask < 1 << election.projects.length; mask++) {
    const wanted = election.projects.flatMap((_, place) => (mask & (1 << place) ? [place] : []));
    const group = election.ballots.filter(({ choices }) =>
      wanted.every((place) => choices.includes(place)),
    );
    const heads = group.reduce((sum, ballot) => sum + ballot.voters, 0);
    const cost = wanted.reduce((sum, place) => sum + election.projects[place]!.cost, 0n);
    if (heads === 0 || BigInt(heads) * election.budget < cost * BigInt(voters)) continue;
    const best = Math.max(...group.map(({ choices }) => choices.filter((c) => won.has(c)).length));
    const all = wanted.every((place) => won.has(place));
    expect(all || best + 1 > wanted.length).toBe(true);
  }
}

function elections(): fc.Arbitrary<Election> {
  return drafts().map(buildElection);
}

/** Blocs of voters who want the same projects, and some who want anything: money for half. */
function blocs(): fc.Arbitrary<Election> {
  const bloc = fc.record({
    voters: fc.integer({ min: 1, max: 6 }),
    wanted: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }),
  });
  return fc
    .record({
      costs: fc.array(fc.bigInt(4n, 16n), { minLength: 7, maxLength: 7 }),
      budget: fc.bigInt(20n, 45n),
      blocs: fc.array(bloc, { minLength: 2, maxLength: 4 }),
    })
    .map(({ costs, budget, blocs: groups }) =>
      buildElection({
        voteType: 'approval',
        budget,
        scale: 0,
        projects: costs.map((cost, place) => ({ id: `p${place}`, cost })),
        ballots: groups.map(({ voters, wanted }) => ({
          voters,
          votes: wanted.map((place) => ({ project: `p${place}` })),
        })),
      }),
    );
}

function drafts() {
  return fc
    .record({
      voteType: fc.constantFrom(...VOTE_TYPES),
      budget: fc.bigInt(1n, 200n),
      costs: fc.array(fc.bigInt(0n, 90n), { minLength: 1, maxLength: 6 }),
      ballots: fc.array(fc.array(fc.tuple(fc.nat(5), fc.nat(4)), { maxLength: 4 }), {
        maxLength: 12,
      }),
    })
    .map(({ voteType, budget, costs, ballots }) => ({
      voteType,
      budget,
      scale: 0,
      projects: costs.map((cost, place) => ({ id: `p${place}`, cost })),
      ballots: ballots.map((choices): CastBallot => ({
        votes: choices
          .filter(([place]) => place < costs.length)
          .map(([place, points]) => ({ project: `p${place}`, points })),
      })),
    }));
}

function rules(): fc.Arbitrary<RuleSpec> {
  return fc
    .record({
      name: fc.constantFrom(...RULES),
      satisfaction: fc.constantFrom(...SATISFACTIONS),
      completion: fc.constantFrom(...COMPLETIONS),
      ties: fc.constantFrom('id' as const, 'cost-votes-id' as const),
      overspending: fc.constantFrom('stop' as const, 'skip' as const),
    })
    .map(ruleSpec);
}

function counted(result: Outcome | Tie): Outcome {
  if (result.kind === 'tie') throw new Error('A tie between known sequences');
  return result;
}

function idsOf(election: Election): string[] {
  return election.projects.map(({ id }) => id);
}
