import { describe, expect, it } from '@jest/globals';
import { buildElection } from '../build-election.js';
import { countElection } from '../count.js';
import type { Election } from '../election.js';
import { ruleSpec } from '../rule-spec.js';

const rule = ruleSpec({ name: 'phragmen', ties: 'id' });

describe('Phragmén’s rule by hand', () => {
  it('fills purses evenly and empties them at each purchase', () => {
    const election = anElection(100n, { a: 60n, b: 40n }, ['a', 'a,b', 'b']);
    expect(countElection(election, rule)).toMatchObject({
      winners: ['b', 'a'],
      steps: [
        { project: 'b', time: { num: 20n, den: 1n }, supporters: 2 },
        { project: 'a', time: { num: 40n, den: 1n }, supporters: 2 },
      ],
    });
  });

  it('ends at a project due next that is too dear, or passes it over', () => {
    // a is due at 70/3; then b and c together at 30, of which b exceeds the 30 left.
    const election = anElection(100n, { a: 70n, b: 60n, c: 30n }, ['a', 'a', 'a', 'b', 'b', 'c']);
    expect(countElection(election, rule)).toMatchObject({ winners: ['a'] });
    expect(countElection(election, { ...rule, overspending: 'skip' })).toMatchObject({
      winners: ['a', 'c'],
    });
    const tighter = anElection(90n, { a: 60n, b: 60n, c: 30n }, [
      'a',
      'a',
      'a',
      'b',
      'b',
      'b',
      'c',
    ]);
    expect(countElection(tighter, rule)).toMatchObject({ winners: ['a'] });
    expect(countElection(tighter, { ...rule, overspending: 'skip' })).toMatchObject({
      winners: ['a', 'c'],
    });
  });

  it('leaves out beforehand what exceeds the whole budget', () => {
    const election = anElection(50n, { a: 51n, b: 50n }, ['a', 'a', 'a', 'b']);
    expect(countElection(election, rule)).toMatchObject({ winners: ['b'] });
  });

  it('takes unsupported projects last', () => {
    const election = anElection(50n, { a: 10n, b: 50n }, ['b']);
    const roomy = anElection(60n, { a: 10n, b: 50n }, ['b']);
    expect(countElection(election, rule)).toMatchObject({ winners: ['b'] });
    expect(countElection(roomy, rule)).toMatchObject({ winners: ['b', 'a'] });
  });

  it('makes a tie that decides the result when ties are refused', () => {
    const election = anElection(60n, { a: 60n, b: 60n }, ['a', 'b']);
    const skipping = { ...rule, ties: 'refuse', overspending: 'skip' } as const;
    expect(countElection(election, skipping)).toMatchObject({ kind: 'tie', between: ['a', 'b'] });
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
