import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction } from '#rules/kernel/fraction.js';
import { assessSitting, decide } from './council-decision.js';
import type { CouncilVote } from './council-vote.js';

const HALVES = { quorum: fraction(1n, 2n), majority: fraction(1n, 2n) };
const TWO_THIRDS = { quorum: fraction(2n, 3n), majority: fraction(2n, 3n) };

type Cast = CouncilVote['vote'] | 'conflict';

function votes(...cast: Cast[]): CouncilVote[] {
  return cast.map((vote, place) => ({
    memberId: `m${place}`,
    vote: vote === 'conflict' ? 'abstained' : vote,
    hasConflict: vote === 'conflict',
  }));
}

const members = (count: number) => Array.from({ length: count }, (_, place) => `m${place}`);

describe('the decision of the Council', () => {
  it.each([
    [['for', 'against', 'abstained'], false],
    [['for', 'for', 'against', 'against'], false],
    [['for', 'for', 'against'], true],
    [['for', 'abstained', 'abstained'], true],
    [['for', 'for', 'conflict', 'conflict'], true],
    [['abstained', 'abstained'], false],
  ] as const)('%j admits: %s', (cast, admitted) => {
    const sitting = { votes: votes(...cast), memberIds: members(4) };
    expect(decide(sitting, HALVES).admitted).toBe(admitted);
  });

  it('needs more than the majority, not just as much', () => {
    const four = { votes: votes('for', 'for', 'for', 'for', 'against', 'against'), memberIds: [] };
    const five = { votes: votes('for', 'for', 'for', 'for', 'for', 'against'), memberIds: [] };
    expect(decide(four, TWO_THIRDS).admitted).toBe(false);
    expect(decide(five, TWO_THIRDS).admitted).toBe(true);
  });

  it.each([
    [7, 3, ['council.no_quorum']],
    [7, 4, []],
    [8, 3, ['council.no_quorum']],
    [8, 4, []],
    [8, 5, []],
  ])('%d members, %d taking part: %j', (count, present, codes) => {
    const sitting = {
      votes: votes(...Array<Cast>(present).fill('for')),
      memberIds: members(count),
    };
    expect(assessSitting(sitting, HALVES).map((fault) => fault.code)).toEqual(codes);
  });

  it('does not count a member in conflict towards the quorum', () => {
    const sitting = { votes: votes('for', 'for', 'for', 'conflict'), memberIds: members(7) };
    expect(assessSitting(sitting, HALVES)).toEqual([
      { code: 'council.no_quorum', field: 'votes', details: { takingPart: 3, required: 4 } },
    ]);
  });

  it('a Council without members cannot decide', () => {
    const codes = assessSitting({ votes: [], memberIds: [] }, HALVES).map((fault) => fault.code);
    expect(codes).toEqual(['council.no_votes', 'council.no_quorum']);
  });

  it('never admits by stepping aside: a conflict in place of a vote for cannot help', () => {
    const cast = fc.array(fc.constantFrom<Cast>('for', 'against', 'abstained', 'conflict'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(cast, (all) => {
        const place = all.indexOf('for');
        if (place < 0) return;
        const memberIds = members(12);
        const before = decide({ votes: votes(...all), memberIds }, HALVES);
        const aside = decide({ votes: votes(...all.with(place, 'conflict')), memberIds }, HALVES);
        expect(aside.admitted && !before.admitted).toBe(false);
        expect(aside.takingPart).toBe(before.takingPart - 1);
      }),
    );
  });
});
