import { describe, expect, it } from '@jest/globals';
import { buildElection } from './build-election.js';
import { comparePreferences, doesSharesOutcomeStand } from './comparison.js';
import { measuresOf } from './measures.js';

const election = buildElection({
  voteType: 'approval',
  budget: 100n,
  scale: 0,
  projects: [
    { id: 'a', cost: 60n },
    { id: 'b', cost: 30n },
    { id: 'c', cost: 20n },
  ],
  ballots: [
    { votes: [{ project: 'a' }], voters: 3, district: 'north' },
    { votes: [{ project: 'a' }, { project: 'b' }], voters: 1, district: 'south' },
    { votes: [{ project: 'c' }], voters: 4, district: 'south' },
    { votes: [], voters: 2 },
  ],
});

describe('Measures of an outcome', () => {
  it('tell who got nothing and how much a voter got', () => {
    expect(measuresOf(election, ['a', 'b'])).toEqual({
      voters: 10,
      withNothing: 6,
      exclusionRatio: { num: 1n, den: 2n },
      averageWinners: { num: 1n, den: 2n },
      averageMoney: { num: 27n, den: 1n },
      moneyPerVoterByDistrict: new Map([
        ['north', { num: 15n, den: 1n }],
        ['south', { num: 9n, den: 1n }],
      ]),
    });
  });

  it.each([
    [['a'], ['c'], { first: 4, second: 4, indifferent: 2 }, true],
    [['b'], ['c'], { first: 1, second: 4, indifferent: 5 }, false],
    [['a', 'b'], ['c'], { first: 4, second: 4, indifferent: 2 }, true],
  ])('of %j and %j voters prefer %j', (shares, byVotes, preferences, stands) => {
    expect(comparePreferences(election, shares, byVotes)).toEqual(preferences);
    expect(doesSharesOutcomeStand(preferences)).toBe(stands);
  });
});
