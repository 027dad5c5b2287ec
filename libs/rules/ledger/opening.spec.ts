import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type CommittedBallot, isOpeningOf, openingLine, openingsOf } from './opening.js';

function ballots(from: number, count: number): CommittedBallot[] {
  return Array.from({ length: count }, (_, n) => ({
    leaf: from + n,
    ballot: `{"choices":[${n}],"points":[]}`,
    salt: 'ab',
  }));
}

describe('openings of a round', () => {
  it.each([
    [9, 0],
    [10, 10],
    [11, 11],
  ])('of a batch of %i link %i ballots to their entries', (count, linked) => {
    const openings = openingsOf(ballots(0, count), { sizes: [count], smallest: 10 });
    expect(openings).toHaveLength(count);
    expect(openings.filter(({ leaf }) => leaf !== null)).toHaveLength(linked);
    expect(openings.filter(({ salt }) => salt !== null)).toHaveLength(linked);
  });

  it('tell batches apart by the checkpoints, the last entry of one from the first of the next', () => {
    const cast = [...ballots(0, 10), ...ballots(10, 3)];
    const openings = openingsOf(cast, { sizes: [10, 13], smallest: 10 });
    expect(openings.map(({ leaf }) => leaf)).toEqual([
      0,
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
      9,
      null,
      null,
      null,
    ]);
  });

  it('are sorted so that nothing of the sequence of casting is left', () => {
    const [first, second] = ballots(0, 2) as [CommittedBallot, CommittedBallot];
    const terms = { sizes: [2], smallest: 10 };
    expect(openingsOf([first, second], terms)).toEqual(openingsOf([second, first], terms));
  });

  it('are one line of canonical JSON each', () => {
    expect(openingLine({ leaf: 3, ballot: '{}', salt: 'ab' })).toBe(
      '{"ballot":"{}","leaf":3,"salt":"ab"}\n',
    );
  });

  it('lead to the commitment, and no other does', () => {
    const [opening] = ballots(0, 1) as [CommittedBallot];
    const hashed = createHash('sha256').update(opening.ballot).update(Buffer.of(0xab));
    const commitment = hashed.digest('hex');
    expect(isOpeningOf(commitment, opening)).toBe(true);
    expect(isOpeningOf(commitment, { ...opening, ballot: '{}' })).toBe(false);
    expect(isOpeningOf(commitment, { ...opening, salt: 'ac' })).toBe(false);
  });
});
