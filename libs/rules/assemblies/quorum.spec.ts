import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { VotingBody } from './body-kind.js';
import { quorumAt, quorumOf, quorumShareOn } from './quorum.js';

const shareOf = (body: VotingBody) => quorumShareOn(body, '2026-11-21', []);
const required = (body: VotingBody, members: number) =>
  quorumOf({ members, present: 0 }, shareOf(body)).required;

describe('the quorum', () => {
  it.each([
    [5, 3],
    [6, 3],
    [7, 4],
    [8, 4],
    [9, 5],
    [10, 5],
    [11, 6],
    [12, 6],
    [13, 7],
    [14, 7],
    [15, 8],
    [16, 8],
    [17, 9],
    [18, 9],
    [19, 10],
    [20, 10],
    [21, 11],
    [22, 11],
    [23, 12],
    [24, 12],
    [25, 13],
  ])('of an assembly of %i is %i; one fewer is none, one more is', (members, needed) => {
    const met = (present: number) => quorumOf({ members, present }, shareOf('assembly')).met;
    expect(required('assembly', members)).toBe(needed);
    expect([met(needed - 1), met(needed), met(needed + 1)]).toEqual([false, true, true]);
  });

  it.each([
    [2_309, 231],
    [2_310, 231],
    [2_311, 232],
    [9_990, 999],
    [9_991, 1_000],
    [10_000, 1_000],
    [10_001, 1_001],
    [9, 1],
    [10, 1],
    [11, 2],
  ])('of a gathering or a separate gathering of %i is %i', (members, needed) => {
    expect(required('gathering', members)).toBe(needed);
    expect(required('separate-gathering', members)).toBe(needed);
  });

  it.each([
    [14, 10],
    [15, 10],
    [16, 11],
  ])('of a public council of %i is %i', (members, needed) => {
    expect(required('public-council', members)).toBe(needed);
  });

  it('is never met by nobody', () => {
    expect(quorumOf({ members: 0, present: 0 }, shareOf('assembly'))).toMatchObject({
      met: false,
      required: 1,
      missing: 1,
    });
  });

  it('shows its arithmetic', () => {
    expect(quorumOf({ members: 15, present: 7 }, shareOf('assembly'))).toEqual({
      members: 15,
      present: 7,
      share: { num: 1n, den: 2n },
      required: 8,
      met: false,
      missing: 1,
    });
  });

  it('comes with late arrivals and goes with early leavers', () => {
    const stays = [
      { memberId: 'm1', arrivedAt: 0, leftAt: null },
      { memberId: 'm2', arrivedAt: 0, leftAt: 30 },
      { memberId: 'm3', arrivedAt: 10, leftAt: null },
    ];
    const metAt = (moment: number) =>
      quorumAt(moment, { members: 5, stays }, shareOf('assembly')).met;
    expect([9, 10, 29, 30].map(metAt)).toEqual([false, true, true, false]);
  });

  it('is the least number that is not below the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), (members) => {
        expect(required('assembly', members) * 2).toBeGreaterThanOrEqual(members);
        expect((required('assembly', members) - 1) * 2).toBeLessThan(members);
        expect(required('gathering', members) * 10).toBeGreaterThanOrEqual(members);
        expect((required('gathering', members) - 1) * 10).toBeLessThan(members);
      }),
    );
  });

  it('is fixed by the law where the law sets it', () => {
    const lower = { value: { num: 1n, den: 20n }, from: '2026-01-01', until: null, act: 'No 1' };
    const withAct = (key: 'gathering.quorum' | 'separate-gathering.quorum', body: VotingBody) =>
      quorumShareOn(body, '2026-11-21', [{ key, ...lower }]);
    expect(withAct('gathering.quorum', 'gathering')).toEqual({ num: 1n, den: 10n });
    expect(withAct('separate-gathering.quorum', 'separate-gathering')).toEqual(lower.value);
  });
});
