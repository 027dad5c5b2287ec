import { describe, expect, it } from '@jest/globals';
import { fraction } from '#rules/kernel/fraction.js';
import { assessItemVotes, type VotingHall } from './item-votes.js';

const ids = (count: number) => Array.from({ length: count }, (_, place) => `m${place}`);
const hallOf = (present: number, members = 15): VotingHall => ({
  members,
  stays: ids(present).map((memberId) => ({ memberId, arrivedAt: 10, leftAt: 100 })),
  share: fraction(1n, 2n),
  openedAt: 20,
  until: 90,
});
const count = (votes: number) =>
  ({ kind: 'by-count', for: votes, against: 0, abstained: 0, chairSide: null }) as const;

describe('assessItemVotes', () => {
  it.each([
    [7, 7, ['agenda-votes.no_quorum']],
    [8, 8, []],
    [8, 9, ['agenda-votes.more_than_present']],
    [7, 8, ['agenda-votes.no_quorum', 'agenda-votes.more_than_present']],
  ])('%i of 15 present, %i votes: %j', (present, votes, codes) => {
    expect(assessItemVotes(count(votes), 50, hallOf(present)).map(({ code }) => code)).toEqual(
      codes,
    );
  });

  it.each([
    [19, ['agenda-votes.outside_meeting']],
    [20, []],
    [90, []],
    [91, ['agenda-votes.outside_meeting']],
  ])('at %i: %j', (votedAt, codes) => {
    expect(assessItemVotes(count(8), votedAt, hallOf(8)).map(({ code }) => code)).toEqual(codes);
  });

  it('counts who has left no more', () => {
    const hall = hallOf(8);
    const early = {
      ...hall,
      stays: hall.stays.map((stay, place) => (place ? stay : { ...stay, leftAt: 50 })),
    };
    expect(assessItemVotes(count(7), 49, early)).toEqual([]);
    expect(assessItemVotes(count(7), 50, early).map(({ code }) => code)).toEqual([
      'agenda-votes.no_quorum',
    ]);
  });

  it('takes no vote before the opening', () => {
    const closed = { ...hallOf(8), openedAt: null };
    expect(assessItemVotes(count(1), 50, closed)).toEqual([
      { code: 'agenda-votes.meeting_not_open', field: 'votes' },
    ]);
  });
});
