import { describe, expect, it } from '@jest/globals';
import { type VoteSide, assessVotes, countVotes } from './agenda-votes.js';

const PRESENT = ['m1', 'm2', 'm3'];
const byCount = (inFavour: number, against: number, abstained: number) =>
  ({ kind: 'by-count', for: inFavour, against, abstained, chairSide: null }) as const;
const byName = (...votes: [string, VoteSide][]) => ({
  kind: 'by-name' as const,
  votes: votes.map(([memberId, side]) => ({ memberId, side })),
  chairId: 'm1',
});

describe('votes on an agenda item', () => {
  it.each([
    [1, 1, 0, []],
    [1, 1, 1, []],
    [2, 1, 1, ['agenda-votes.more_than_present']],
    [-1, 1, 1, ['agenda-votes.not_whole']],
    [0.5, 1, 1, ['agenda-votes.not_whole']],
    [0, 0, 0, []],
  ])('%d : %d : %d of three present: %j', (inFavour, against, abstained, codes) => {
    const faults = assessVotes(byCount(inFavour, against, abstained), PRESENT);
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });

  it('are of those present, each once', () => {
    expect(assessVotes(byName(['m1', 'for'], ['m2', 'against']), PRESENT)).toEqual([]);
    const faulty = byName(['m1', 'for'], ['m1', 'against'], ['m9', 'for'], ['m2', 'for']);
    expect(assessVotes(faulty, PRESENT)).toEqual([
      {
        code: 'agenda-votes.more_than_present',
        field: 'votes',
        details: { cast: 4, present: 3 },
      },
      { code: 'agenda-votes.twice', field: 'votes', details: { members: ['m1'] } },
      { code: 'agenda-votes.not_present', field: 'votes', details: { members: ['m9'] } },
    ]);
  });

  it('are counted alike by count and by name, with the chair', () => {
    expect(countVotes(byName(['m1', 'against'], ['m2', 'for'], ['m3', 'abstained']))).toEqual({
      for: 1,
      against: 1,
      abstained: 1,
      chairSide: 'against',
    });
    expect(countVotes(byName(['m2', 'for'])).chairSide).toBeNull();
    expect(countVotes(byCount(1, 2, 0))).toEqual({
      for: 1,
      against: 2,
      abstained: 0,
      chairSide: null,
    });
  });
});
