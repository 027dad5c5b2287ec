import { describe, expect, it } from '@jest/globals';
import { buildElection } from '../build-election.js';
import { countElection } from '../count.js';
import type { Election } from '../election.js';
import { ruleSpec } from '../rule-spec.js';

describe('Equal shares by hand', () => {
  it('buys for two what two can pay and leaves the third alone', () => {
    const election = anElection(100n, { a: 60n, b: 40n }, ['a', 'a', 'b']);
    const outcome = countElection(election, ruleSpec({ name: 'equal-shares', ties: 'id' }));
    expect(outcome).toMatchObject({
      winners: ['a'],
      steps: [
        {
          project: 'a',
          price: { num: 30n, den: 1n },
          q: { num: 1n, den: 2n },
          effectiveVotes: { num: 2n, den: 1n },
          payers: 2,
          emptied: 0,
        },
      ],
    });
    expect(reasonOf(outcome, 'b')).toEqual({
      outcome: 'NO_MONEY',
      needed: 40n,
      left: 33n,
      leftIn: 'purses',
      cheaperWinners: [],
    });
  });

  it('asks the others for more when a supporter has little left', () => {
    // Each of four holds 25. a: three voters pay 20 each. b: one has 5 left, the fourth pays 20.
    const election = anElection(100n, { a: 60n, b: 25n }, ['a', 'a', 'a,b', 'b']);
    const outcome = countElection(election, ruleSpec({ name: 'equal-shares', ties: 'id' }));
    expect(outcome).toMatchObject({
      winners: ['a', 'b'],
      steps: [
        { project: 'a', price: { num: 20n, den: 1n } },
        { project: 'b', price: { num: 20n, den: 1n }, payers: 2, emptied: 1 },
      ],
    });
  });

  it.each([
    [25n, ['a', 'b'], 'exactly what its supporters hold'],
    [26n, ['a'], 'one more'],
  ])('at a cost of %i the winners are %j: %s', (cost, winners) => {
    const election = anElection(100n, { a: 75n, b: cost }, ['a', 'a', 'a', 'b']);
    const rule = ruleSpec({ name: 'equal-shares', ties: 'id' });
    expect(countElection(election, rule)).toMatchObject({ winners });
  });

  it('does not lose a project whose supporters hold exactly its cost in thirds', () => {
    const election = anElection(10n, { a: 10n }, ['a', 'a', 'a']);
    const rule = ruleSpec({ name: 'equal-shares', ties: 'refuse' });
    expect(countElection(election, rule)).toMatchObject({ winners: ['a'], cost: 10n });
  });

  it.each([
    ['none', ['a']],
    ['utilitarian', ['a', 'b']],
    ['add1', ['a', 'b']],
  ] as const)('completes by %s to %j', (completion, winners) => {
    const election = anElection(100n, { a: 60n, b: 40n }, ['a', 'a', 'b']);
    const rule = ruleSpec({ name: 'equal-shares', ties: 'id', completion });
    expect(countElection(election, rule)).toMatchObject({ winners });
  });

  it('does not say that a project lost a tie which the completion bought after all', () => {
    // Each of eight holds 22.5; a and b cost their four supporters a quarter of their cost each.
    const ballots = ['a,b', 'a,b', 'a,b', 'a', 'b', 'free', 'free', 'free'];
    const election = anElection(180n, { a: 1n, b: 90n, free: 0n }, ballots);
    const outcome = countElection(
      election,
      ruleSpec({ name: 'equal-shares', ties: 'id', completion: 'utilitarian' }),
    );
    expect(outcome).toMatchObject({ winners: ['free', 'a', 'b'], cost: 91n });
    expect(reasonOf(outcome, 'b')).toEqual({ outcome: 'WON', place: 3 });
    const bare = countElection(election, ruleSpec({ name: 'equal-shares', ties: 'id' }));
    expect(reasonOf(bare, 'b')).toEqual({ outcome: 'TIE_LOST', to: ['a'], by: 'id' });
  });

  it('takes free projects first, but only supported ones', () => {
    const election = anElection(10n, { a: 10n, free: 0n, unwanted: 0n }, ['a', 'a,free']);
    const rule = ruleSpec({ name: 'equal-shares', ties: 'id' });
    expect(countElection(election, rule)).toMatchObject({ winners: ['free', 'a'] });
  });

  it('has no winners without voters', () => {
    const election = anElection(10n, { a: 10n }, []);
    const rule = ruleSpec({ name: 'equal-shares', ties: 'refuse', completion: 'add1x' });
    expect(countElection(election, rule)).toMatchObject({ winners: [] });
  });
});

describe('Refused ties under equal shares', () => {
  const rule = ruleSpec({ name: 'equal-shares', ties: 'refuse' });

  it('are the result when they decide', () => {
    const election = anElection(60n, { a: 60n, b: 60n }, ['a,b', 'a,b']);
    expect(countElection(election, rule)).toEqual({
      kind: 'tie',
      between: ['a', 'b'],
      settled: [],
    });
  });

  it('are none between strangers', () => {
    const election = anElection(60n, { a: 30n, b: 30n }, ['a', 'b']);
    expect(countElection(election, rule)).toMatchObject({ winners: ['a', 'b'] });
  });

  it('are none when every sequence has the same winners', () => {
    const election = anElection(60n, { a: 30n, b: 30n }, ['a,b', 'a,b']);
    expect(countElection(election, rule)).toMatchObject({ winners: ['a', 'b'] });
  });
});

function anElection(
  budget: bigint,
  costs: Readonly<Record<string, bigint>>,
  ballots: readonly string[],
): Election {
  return buildElection({
    voteType: 'approval',
    scale: 0,
    budget,
    projects: Object.entries(costs).map(([id, cost]) => ({ id, cost })),
    ballots: ballots.map((text) => ({ votes: text.split(',').map((project) => ({ project })) })),
  });
}

function reasonOf(outcome: ReturnType<typeof countElection>, id: string): unknown {
  return outcome.kind === 'outcome' ? outcome.reasons.get(id) : outcome;
}
