import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawBallotNumber } from './ballot-number.js';

describe('the number on the ballot', () => {
  it('is the same whoever repeats the draw', () => {
    const draw = { seed: 'round-1', project: '2027-17', received: 41, taken: [3, 9] };
    expect(drawBallotNumber(draw)).toBe(drawBallotNumber({ ...draw }));
  });

  it('is the last one left, and a new one when proposals came in later than counted', () => {
    expect(drawBallotNumber({ seed: 's', project: 'p', received: 3, taken: [1, 3] })).toBe(2);
    expect(drawBallotNumber({ seed: 's', project: 'p', received: 2, taken: [1, 2] })).toBe(3);
    expect(drawBallotNumber({ seed: 's', project: 'p', received: 0, taken: [] })).toBe(1);
    expect(drawBallotNumber({ seed: 's', project: 'p', received: 1, taken: [1, 4] })).toBeLessThan(
      4,
    );
  });

  it('gives everybody another number between 1 and all received', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.string(), (received, seed) => {
        const taken: number[] = [];
        for (let project = 1; project <= received; project += 1) {
          taken.push(drawBallotNumber({ seed, project: String(project), received, taken }));
        }
        expect([...taken].sort((a, b) => a - b)).toEqual(
          Array.from({ length: received }, (_, index) => index + 1),
        );
      }),
    );
  });

  it('does not follow the sequence of admission', () => {
    const taken: number[] = [];
    for (let project = 1; project <= 20; project += 1) {
      taken.push(
        drawBallotNumber({ seed: 'round', project: String(project), received: 20, taken }),
      );
    }
    expect(taken).not.toEqual([...taken].sort((a, b) => a - b));
  });
});
