import { describe, expect, it } from '@jest/globals';
import {
  type DismissalStart,
  assessDismissalStart,
  deputiesNeededOn,
  dismissalVoteOn,
} from './dismissal-votes.js';

const DAY = '2026-11-21';
const deputies = (count: number) => Array.from({ length: count }, (_, place) => `d${place}`);
const start: DismissalStart = {
  ground: { kind: 'assembly-initiative', on: '2026-11-01' },
  deputies: deputies(16),
  signedBy: deputies(4),
  on: DAY,
  repeatFrom: null,
};
const codes = (change: Partial<DismissalStart>) =>
  assessDismissalStart({ ...start, ...change }).map(({ code }) => code);

describe('deputies who start a dismissal', () => {
  it.each([
    [14, 3],
    [15, 3],
    [16, 4],
    [25, 5],
    [26, 6],
    [0, 1],
  ])('of %i, %i must sign', (all, needed) => {
    expect(deputiesNeededOn(DAY, all)).toBe(needed);
  });

  it.each([
    [3, ['dismissal.too_few_deputies']],
    [4, []],
    [5, []],
  ])('%i of 16 signed: %j', (signed, expected) => {
    expect(codes({ signedBy: deputies(signed) })).toEqual(expected);
  });

  it.each([
    ['2026-11-20', []],
    ['2026-11-21', []],
    ['2026-11-22', ['dismissal.too_soon']],
  ])('may be repeated from %s: %j', (repeatFrom, expected) => {
    expect(codes({ repeatFrom })).toEqual(expected);
  });

  it('names all faults at once', () => {
    const faulty = {
      ground: { kind: 'none', refused: 1, missing: 1 } as const,
      signedBy: ['d1', 'd1', 'akim'],
    };
    expect(codes(faulty)).toEqual([
      'dismissal.no_ground',
      'dismissal.not_a_deputy',
      'dismissal.signed_twice',
      'dismissal.too_few_deputies',
    ]);
  });
});

describe('the maslikhat’s vote', () => {
  it.each([
    [15, 7, false],
    [15, 8, true],
    [15, 9, true],
    [16, 8, false],
    [16, 9, true],
    [16, 10, true],
    [25, 12, false],
    [25, 13, true],
  ])('of %i deputies %i for: %s', (all, inFavour, adopted) => {
    expect(dismissalVoteOn(DAY, { deputies: all, for: inFavour }).adopted).toBe(adopted);
  });
});
