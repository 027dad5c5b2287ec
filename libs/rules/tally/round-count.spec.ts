import { describe, expect, it } from '@jest/globals';
import { buildElection } from './build-election.js';
import type { ElectionProject } from './election.js';
import { countPot, countRound, type RoundRules } from './round-count.js';
import type { RoundPot } from './round-pot.js';
import { ruleSpec } from './rule-spec.js';

const byVotes = ruleSpec({ name: 'greedy', ties: 'id' });
const rules: RoundRules = {
  rule: byVotes,
  application: ['withdrawn', 'council-refused', 'cost-cap', 'minimum-votes', 'count'],
};

describe('Reasons of a round, one for each project', () => {
  const pot = aPot(100n, { well: [60n, 5], road: [50n, 4], swing: [30n, 3], bench: [5n, 1] });

  it('names winners in sequence and who found too little money', () => {
    const outcome = countPot({ ...pot, minimumVotes: 2 }, rules);
    expect(outcome).toMatchObject({ kind: 'outcome', winners: ['well', 'swing'], cost: 90n });
    expect(reasonsOf(outcome)).toEqual({
      well: { outcome: 'WON', place: 1 },
      road: {
        outcome: 'NO_MONEY',
        needed: 50n,
        left: 40n,
        leftIn: 'budget',
        cheaperWinners: ['swing'],
      },
      swing: { outcome: 'WON', place: 2 },
      bench: { outcome: 'BELOW_MINIMUM', votes: 1, minimum: 2 },
    });
  });

  it.each([
    [4, ['well', 'road'], 'one below the votes of road'],
    [5, ['well'], 'one above them'],
  ])('takes a minimum of %i votes: %j (%s)', (minimumVotes, winners) => {
    const wide = aPot(200n, { well: [60n, 5], road: [50n, 4], swing: [30n, 3] });
    expect(countPot({ ...wide, minimumVotes }, rules)).toMatchObject({ winners });
  });

  it.each([
    [59n, 'OVER_CAP'],
    [60n, 'WON'],
    [61n, 'WON'],
  ])('with a cap of %i the project of 60 is %s', (costCap, outcome) => {
    expect(reasonsOf(countPot({ ...pot, costCap }, rules))['well']).toMatchObject({ outcome });
  });

  it('frees the money of what leaves before the count and keeps it after', () => {
    const removed = new Map([
      ['well', { outcome: 'COUNCIL_REFUSED', ground: 'duplicate' } as const],
    ]);
    const before = countPot({ ...pot, removed }, rules);
    const after = countPot(
      { ...pot, removed },
      { rule: byVotes, application: ['count', 'council-refused'] },
    );
    expect(before).toMatchObject({ winners: ['road', 'swing', 'bench'] });
    expect(after).toMatchObject({ winners: ['swing', 'bench'], cost: 35n });
    expect(reasonsOf(after)['well']).toEqual({ outcome: 'COUNCIL_REFUSED', ground: 'duplicate' });
  });
});

describe('Projects that exclude each other', () => {
  const rivals = { square: [60n, 5, 'yard'], parking: [40n, 4, 'yard'] } as const;

  it('lets the higher one win and names it to the other', () => {
    const outcome = countPot(aPot(200n, rivals), rules);
    expect(outcome).toMatchObject({ winners: ['square'] });
    expect(reasonsOf(outcome)['parking']).toEqual({
      outcome: 'CONFLICT',
      with: 'square',
      margin: 1,
    });
  });

  it('lets the lower one in when the higher one is too dear, unless excluded beforehand', () => {
    const poor = aPot(50n, rivals);
    const strict: RoundRules = { rule: byVotes, application: ['exclusive', 'count'] };
    expect(countPot(poor, rules)).toMatchObject({ winners: ['parking'] });
    expect(countPot(poor, strict)).toMatchObject({ winners: [] });
  });

  it('holds across pots, the earlier pot first', () => {
    const city = { ...aPot(100n, { square: [60n, 2, 'yard'] }), id: 'city' };
    const north = { ...aPot(100n, { parking: [40n, 9, 'yard'] }), id: 'north' };
    const outcomes = countRound([city, north], rules).map(({ result }) => result);
    expect(outcomes[0]).toMatchObject({ winners: ['square'] });
    expect(reasonsOf(outcomes[1]!)['parking']).toMatchObject({
      outcome: 'CONFLICT',
      with: 'square',
    });
  });
});

describe('Ties', () => {
  const equals = aPot(60n, { a: [60n, 3], b: [60n, 3], c: [10n, 1] });

  it('are the result when refused', () => {
    const refusing = { ...rules, rule: { ...byVotes, ties: 'refuse' as const } };
    expect(countPot(equals, refusing)).toEqual({ kind: 'tie', between: ['a', 'b'], settled: [] });
  });

  it('are no tie when both fit', () => {
    const refusing = { ...rules, rule: { ...byVotes, ties: 'refuse' as const } };
    const wide = aPot(120n, { a: [60n, 3], b: [60n, 3], c: [10n, 1] });
    expect(countPot(wide, refusing)).toMatchObject({ winners: ['a', 'b'] });
  });

  it('are told to the one who lost them, with the seed of a draw', () => {
    expect(reasonsOf(countPot(equals, rules))['b']).toEqual({
      outcome: 'TIE_LOST',
      to: ['a'],
      by: 'id',
    });
    const drawn = { ...rules, rule: { ...byVotes, ties: 'lottery:2026' as const } };
    const lots = Object.values(reasonsOf(countPot(equals, drawn)));
    expect(lots).toContainEqual(expect.objectContaining({ by: 'lottery', seed: '2026' }));
  });
});

type Line = readonly [cost: bigint, votes: number, group?: string];

function aPot(budget: bigint, lines: Readonly<Record<string, Line>>): RoundPot {
  const projects = Object.entries(lines).map(([id, [cost, , group]]): ElectionProject => ({
    id,
    cost,
    ...(group && { group }),
  }));
  const ballots = Object.entries(lines).map(([project, [, voters]]) => ({
    voters,
    votes: [{ project }],
  }));
  const election = buildElection({ voteType: 'approval', scale: 0, budget, projects, ballots });
  return { id: 'pot', election };
}

function reasonsOf(outcome: ReturnType<typeof countPot>): Record<string, unknown> {
  return outcome.kind === 'outcome' ? Object.fromEntries(outcome.reasons) : {};
}
