import { describe, expect, it } from '@jest/globals';
import type { BallotPaper } from '#rules/participation/ballot.js';
import { readChoices, writeChoices } from './choices-text.js';

const paper: BallotPaper = {
  rule: { kind: 'ordinal', min: 1, max: 3 },
  pots: new Map(),
  projects: new Map(
    ['a', 'b', 'c'].map((id, place) => [
      id,
      { number: 15 + place, costTiyn: 0n, pot: 'p', isWithdrawn: false },
    ]),
  ),
};

describe('choices in a form', () => {
  it('keep their sequence and points', () => {
    const choices = [{ project: 'c', points: 3 }, { project: 'a' }];
    expect(writeChoices(choices, paper)).toBe('17~3.15');
    expect(readChoices('17~3.15', paper)).toEqual(choices);
    expect(readChoices('', paper)).toEqual([]);
  });

  it.each(['x', '99', '17~', '17~-1', '17.', '17~3~4', '17 15', '1e1'])(
    'are not guessed from %s',
    (text) => {
      expect(readChoices(text, paper)).toBeNull();
    },
  );
});
