import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildElection } from './build-election.js';
import { greedyCounterfactuals } from './counterfactual.js';
import { countPot, type RoundRules } from './round-count.js';
import type { RoundPot } from './round-pot.js';
import { ruleSpec, type RuleSpec } from './rule-spec.js';

const rulesOf = (rule: Partial<RuleSpec>): RoundRules => ({
  rule: ruleSpec({ name: 'greedy', ties: 'id', ...rule }),
  application: ['withdrawn', 'minimum-votes', 'count'],
});

type Line = readonly [cost: number, votes: number, group?: string | undefined];

function aPot(budget: number, lines: readonly Line[], minimumVotes = 0): RoundPot {
  const ids = lines.map((_, place) => 'abcdefgh'[place]!);
  return {
    id: 'pot',
    minimumVotes,
    election: buildElection({
      voteType: 'approval',
      scale: 0,
      budget: BigInt(budget),
      projects: lines.map(([cost, , group], place) => ({
        id: ids[place]!,
        cost: BigInt(cost),
        ...(group && { group }),
      })),
      ballots: lines.map(([, voters], place) => ({ voters, votes: [{ project: ids[place]! }] })),
    }),
  };
}

describe('what a loser lacked', () => {
  it('is told as in the worked example', () => {
    const missing = greedyCounterfactuals(
      aPot(100, [
        [60, 5],
        [50, 4],
        [30, 3],
      ]),
      rulesOf({}),
    );
    expect([...missing]).toEqual([['b', { moreVotes: 2, costAtMost: 40n }]]);
  });

  it('is only votes below the minimum', () => {
    const pot = aPot(
      100,
      [
        [60, 25],
        [10, 17],
      ],
      20,
    );
    expect(greedyCounterfactuals(pot, rulesOf({})).get('b')).toEqual({
      moreVotes: 3,
      costAtMost: null,
    });
  });

  it('is nothing for what was withdrawn', () => {
    const pot = {
      ...aPot(100, [[10, 9]]),
      removed: new Map([['a', { outcome: 'WITHDRAWN' }] as const]),
    };
    expect(greedyCounterfactuals(pot, rulesOf({})).get('a')).toEqual({
      moreVotes: null,
      costAtMost: null,
    });
  });

  it('beats a rival for the same place by one vote', () => {
    const pot = aPot(100, [
      [60, 41, 'yard'],
      [30, 3, 'yard'],
    ]);
    expect(greedyCounterfactuals(pot, rulesOf({})).get('b')).toEqual({
      moreVotes: 39,
      costAtMost: null,
    });
  });

  it('is nothing where the place is taken in an earlier pot', () => {
    const pot = aPot(100, [[60, 41, 'yard']]);
    const missing = greedyCounterfactuals(pot, rulesOf({}), new Map([['yard', 'z']]));
    expect(missing.get('a')).toEqual({ moreVotes: null, costAtMost: null });
  });

  it.each(['id', 'cost-votes-id', 'refuse', 'lottery:7'] as const)(
    'holds when it is applied and counted again, and one less does not (ties %s)',
    (ties) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 60 }),
          fc.array(lines, { minLength: 2, maxLength: 7 }),
          fc.integer({ min: 0, max: 4 }),
          fc.constantFrom('cost' as const, 'cardinality' as const),
          (budget, all, minimum, satisfaction) => {
            const rules = rulesOf({ ties, satisfaction });
            for (const [id, missing] of greedyCounterfactuals(aPot(budget, all, minimum), rules)) {
              const place = 'abcdefgh'.indexOf(id);
              const wins = (change: (line: Line) => Line): boolean => {
                const changed = all.map((line, at) => (at === place ? change(line) : line));
                const result = countPot(aPot(budget, changed, minimum), rules);
                return (result.kind === 'outcome' ? result.winners : result.settled).includes(id);
              };
              const more = missing.moreVotes;
              const cost = missing.costAtMost === null ? null : Number(missing.costAtMost);
              if (more === null) expect(wins(([c, votes, g]) => [c, votes + 999, g])).toBe(false);
              else {
                expect(wins(([c, votes, g]) => [c, votes + more, g])).toBe(true);
                if (more > 1) expect(wins(([c, votes, g]) => [c, votes + more - 1, g])).toBe(false);
              }
              if (cost === null) expect(wins(([, votes, g]) => [1, votes, g])).toBe(false);
              else {
                expect(wins(([, votes, g]) => [cost, votes, g])).toBe(true);
                expect(wins(([, votes, g]) => [cost + 1, votes, g])).toBe(false);
              }
            }
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

const lines: fc.Arbitrary<Line> = fc.tuple(
  fc.integer({ min: 2, max: 40 }),
  fc.integer({ min: 0, max: 6 }),
  fc.constantFrom(undefined, undefined, 'yard'),
) as fc.Arbitrary<Line>;
