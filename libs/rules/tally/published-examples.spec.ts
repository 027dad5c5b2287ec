import { describe, expect, it } from '@jest/globals';
import { buildElection } from './build-election.js';
import { countElection } from './count.js';
import type { Election } from './election.js';
import { ruleSpec } from './rule-spec.js';

/**
 * Examples worked by hand in the literature. A committee of k is an election in which every
 * project costs the same and the budget pays for k.
 */
describe('Lackner and Skowron, Multi-Winner Voting with Approval Preferences (2023)', () => {
  it('running example: Phragmén’s rule takes a, b, c, d at 1/8, 11/32, 55/128 and 5/8', () => {
    const ballots = {
      'a,b': 3,
      'a,c': 3,
      'a,d': 2,
      'b,c,f': 1,
      e: 1,
      f: 1,
      g: 1,
    };
    const election = committee({ of: 4, cost: 128n, candidates: 'abcdefg', ballots });
    expect(countElection(election, ruleSpec({ name: 'phragmen', ties: 'id' }))).toMatchObject({
      winners: ['a', 'b', 'c', 'd'],
      steps: [
        { time: { num: 16n, den: 1n } },
        { time: { num: 44n, den: 1n }, tiedWith: ['c'] },
        { time: { num: 55n, den: 1n } },
        { time: { num: 80n, den: 1n } },
        { project: 'f', taken: false },
      ],
    });
  });

  it('example 2.12: equal shares take c at 1/5 and a at 13/40, and nobody can pay for d', () => {
    const ballots = { 'c,d': 3, 'a,b': 2, 'a,c': 2, 'b,d': 1 };
    const election = committee({ of: 3, cost: 40n, candidates: 'abcd', ballots });
    const rule = ruleSpec({ name: 'equal-shares', satisfaction: 'cardinality', ties: 'refuse' });
    const outcome = countElection(election, rule);
    expect(outcome).toMatchObject({
      winners: ['c', 'a'],
      steps: [
        { project: 'c', q: { num: 8n, den: 1n }, payers: 5, emptied: 0 },
        { project: 'a', q: { num: 13n, den: 1n }, payers: 4, emptied: 2 },
      ],
    });
    // Three hold 7 each and one 15: 36 of 40.
    expect(outcome.kind === 'outcome' && outcome.reasons.get('d')).toMatchObject({
      outcome: 'NO_MONEY',
      left: 36n,
      leftIn: 'purses',
    });
  });
});

describe('51 voters for ten red projects, 49 for ten blue ones, money for ten', () => {
  const names = (colour: string) => Array.from({ length: 10 }, (_, place) => `${colour}${place}`);
  const [red, blue] = [names('red'), names('blue')];
  const election = committee({
    of: 10,
    cost: 100n,
    candidates: [...blue, ...red],
    ballots: { [red.join()]: 51, [blue.join()]: 49 },
  });
  const redsAmong = (winners: readonly string[]) =>
    winners.filter((id) => id.startsWith('red')).length;

  it.each([
    ['greedy', 'none', 10, 0],
    ['equal-shares', 'none', 5, 4],
    ['equal-shares', 'add1', 5, 5],
    ['phragmen', 'none', 5, 5],
  ] as const)('%s, completed by %s: %i red and %i blue', (name, completion, reds, blues) => {
    const outcome = countElection(election, ruleSpec({ name, completion, ties: 'id' }));
    const winners = outcome.kind === 'outcome' ? outcome.winners : [];
    expect([redsAmong(winners), winners.length - redsAmong(winners)]).toEqual([reds, blues]);
  });
});

function committee({
  of: seats,
  cost,
  candidates,
  ballots,
}: {
  readonly of: number;
  readonly cost: bigint;
  readonly candidates: Iterable<string>;
  readonly ballots: Readonly<Record<string, number>>;
}): Election {
  return buildElection({
    voteType: 'approval',
    scale: 0,
    budget: BigInt(seats) * cost,
    projects: [...candidates].map((id) => ({ id, cost })),
    ballots: Object.entries(ballots).map(([choices, voters]) => ({
      voters,
      votes: choices.split(',').map((project) => ({ project })),
    })),
  });
}
