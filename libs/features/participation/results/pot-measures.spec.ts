import { describe, expect, it } from '@jest/globals';
import { buildElection } from '#rules/tally/build-election.js';
import { potMeasures } from './pot-measures.js';

/** Voters of three places choose one of two projects. */
function anElection(voters: Readonly<Record<string, number>>) {
  return buildElection({
    voteType: 'approval',
    budget: 1_000n,
    scale: 2,
    projects: [
      { id: 'well', cost: 600n },
      { id: 'stage', cost: 400n },
    ],
    ballots: Object.entries(voters).map(([district, count], place) => ({
      district,
      voters: count,
      votes: [{ project: place === 0 ? 'well' : 'stage' }],
    })),
  });
}

const NAMED = new Set(['north', 'south', 'west']);

describe('what the voters of a pot got', () => {
  it('is told by place, each winner’s cost shared by its supporters', () => {
    const { byPlace, withNothing } = potMeasures(
      anElection({ north: 30, south: 10 }),
      ['well'],
      NAMED,
    );
    expect(byPlace).toEqual([
      { territory: 'north', voters: 30, perVoter: '20' },
      { territory: 'south', voters: 10, perVoter: '0' },
    ]);
    expect(withNothing).toBe(10);
  });

  it.each([
    [10, ['north', 'south']],
    [9, ['north', null]],
  ])('merges a place of fewer than ten voters with another one (%i)', (small, places) => {
    const { byPlace } = potMeasures(
      anElection({ north: 30, south: 10, west: small }),
      ['well'],
      NAMED,
    );
    const names = byPlace.map(({ territory }) => territory);
    expect(names).toEqual(small === 10 ? [...places, 'west'] : places);
    expect(byPlace.reduce((sum, { voters }) => sum + voters, 0)).toBe(40 + small);
  });

  it('names no place that the turnout does not name, and none when all are small', () => {
    const election = anElection({ north: 30, south: 12 });
    const { byPlace } = potMeasures(election, ['well'], new Set(['north']));
    expect(byPlace.map(({ territory }) => territory)).toEqual(['north', null]);
    expect(potMeasures(anElection({ north: 6, south: 6 }), [], NAMED).byPlace).toEqual([]);
  });
});
