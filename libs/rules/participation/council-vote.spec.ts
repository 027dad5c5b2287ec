import { describe, expect, it } from '@jest/globals';
import { type CouncilVote, assessCouncilVotes, countCouncilVotes } from './council-vote.js';

const MEMBERS = ['a', 'b', 'c'];

function votesOf(sides: string): readonly CouncilVote[] {
  const names = { '+': 'for', '-': 'against', '0': 'abstained' } as const;
  return [...sides].map((side, place) => ({
    memberId: MEMBERS[place] ?? `outsider ${place}`,
    vote: names[side as keyof typeof names],
    hasConflict: false,
  }));
}

function codesOf(votes: readonly CouncilVote[]): readonly string[] {
  return assessCouncilVotes(votes, MEMBERS).map((fault) => fault.code);
}

describe('assessCouncilVotes', () => {
  it('accepts votes of members', () => {
    expect(codesOf(votesOf('+'))).toEqual([]);
    expect(codesOf(votesOf('+-0'))).toEqual([]);
  });

  it('refuses none, repeated ones and those of strangers', () => {
    expect(codesOf([])).toEqual(['council.no_votes']);
    expect(codesOf([...votesOf('+'), ...votesOf('+')])).toEqual(['council.member_voted_twice']);
    expect(codesOf(votesOf('++++'))).toEqual(['council.not_a_member']);
  });

  it.each([
    ['for', ['council.conflict_of_interest']],
    ['against', ['council.conflict_of_interest']],
    ['abstained', []],
  ] as const)('a member with a conflict of interest votes %s → %j', (vote, codes) => {
    expect(codesOf([{ memberId: 'a', vote, hasConflict: true }])).toEqual(codes);
  });
});

describe('countCouncilVotes', () => {
  it.each([
    ['++-', 'admitted'],
    ['+0', 'admitted'],
    ['+-', 'tie'],
    ['00', 'tie'],
    ['+--', 'refused'],
  ])('%s → %s', (sides, kind) => {
    expect(countCouncilVotes(votesOf(sides)).kind).toBe(kind);
  });

  it('tells the numbers', () => {
    expect(countCouncilVotes(votesOf('++0'))).toEqual({
      kind: 'admitted',
      for: 2,
      against: 0,
      abstained: 1,
    });
  });
});
