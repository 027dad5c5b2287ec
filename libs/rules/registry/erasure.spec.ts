import { describe, expect, it } from '@jest/globals';
import { assessErasure, type PersonTies } from './erasure.js';

const FREE: PersonTies = { offices: 0, ballots: 0, proposals: 0, signatures: 0 };

describe('Against an erasure', () => {
  it('nothing stands where nothing is under way', () => {
    expect(assessErasure(FREE)).toEqual([]);
  });

  it.each(['offices', 'ballots', 'proposals', 'signatures'] as const)('%s stand', (tie) => {
    expect(assessErasure({ ...FREE, [tie]: 2 })).toEqual([
      { code: `erasure.${tie}`, details: { count: 2 } },
    ]);
  });

  it('everything is named at once', () => {
    const all = { offices: 1, ballots: 1, proposals: 1, signatures: 1 };
    expect(assessErasure(all).map(({ code }) => code)).toEqual([
      'erasure.offices',
      'erasure.ballots',
      'erasure.proposals',
      'erasure.signatures',
    ]);
  });
});
