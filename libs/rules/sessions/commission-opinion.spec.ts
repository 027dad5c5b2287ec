import { describe, expect, it } from '@jest/globals';
import { type CommissionVote, assessOpinion, opinionOn } from './commission-opinion.js';

const DAY = '2026-11-21';
const vote = (
  members: number,
  present: number,
  [yes, no, none]: readonly number[],
): CommissionVote => ({
  members,
  present,
  for: yes!,
  against: no!,
  abstained: none!,
});
const reasons = { kk: 'Негіз', ru: 'Причина' };

describe('the opinion of a standing commission', () => {
  it.each([
    [7, 3, [3, 0, 0], 'none', false],
    [7, 4, [4, 0, 0], 'for', true],
    [7, 4, [3, 1, 0], 'none', true],
    [7, 7, [3, 4, 0], 'against', true],
    [8, 4, [4, 0, 0], 'none', false],
    [8, 5, [5, 0, 0], 'for', true],
    [8, 8, [4, 4, 0], 'none', true],
    [5, 3, [3, 0, 0], 'for', true],
    [5, 2, [2, 0, 0], 'none', false],
  ])('%i members, %i present, %j: %s', (members, present, counted, kind, hasQuorum) => {
    const opinion = opinionOn(DAY, vote(members, present, counted));
    expect([opinion.kind, opinion.quorum.met]).toEqual([kind, hasQuorum]);
  });

  it('needs a quorum, votes of those present and reasons in both languages', () => {
    const draft = { vote: vote(7, 3, [3, 1, 0]), reasons: { kk: 'x', ru: '' }, minorityView: null };
    expect(assessOpinion(draft, DAY).map(({ code }) => code)).toEqual([
      'opinion.no_quorum',
      'opinion.too_many_votes',
      'opinion.reasons_missing',
    ]);
    const crowded = { vote: vote(7, 8, [8, 0, 0]), reasons, minorityView: { kk: '', ru: 'x' } };
    expect(assessOpinion(crowded, DAY).map(({ code }) => code)).toEqual([
      'opinion.too_many_present',
      'opinion.minority_view_missing',
    ]);
    expect(
      assessOpinion({ vote: vote(7, 4, [4, 0, 0]), reasons, minorityView: reasons }, DAY),
    ).toEqual([]);
  });
});
