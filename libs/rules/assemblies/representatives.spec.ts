import { describe, expect, it } from '@jest/globals';
import { valueOn } from '#rules/rulebook/value-on.js';
import { assessPlaces, electRepresentatives } from './representatives.js';

const AT_MOST = valueOn('separate-gathering.representatives-at-most', '2026-11-21');
const candidates = (votes: Record<string, number>) =>
  Object.entries(votes).map(([candidateId, count]) => ({ candidateId, votes: count }));

describe('representatives of a separate gathering', () => {
  it.each([
    [0, 1],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 1],
  ])('%i places have %i faults', (places, faults) => {
    expect(assessPlaces(places, AT_MOST)).toHaveLength(faults);
  });

  it('are those with most votes', () => {
    const elected = electRepresentatives(candidates({ a: 3, b: 9, c: 5, d: 1 }), 3, []);
    expect(elected).toEqual({ elected: ['b', 'c', 'a'], tie: null });
  });

  it('need no choice where the tie fits', () => {
    expect(electRepresentatives(candidates({ a: 3, b: 3, c: 1 }), 2, []).elected).toEqual([
      'a',
      'b',
    ]);
  });

  it('wait for the chair where it does not', () => {
    const even = candidates({ a: 9, b: 3, c: 3, d: 3 });
    const tie = { between: ['b', 'c', 'd'], places: 2 };
    expect(electRepresentatives(even, 3, [])).toEqual({ elected: ['a'], tie });
    expect(electRepresentatives(even, 3, ['d'])).toEqual({ elected: ['a'], tie });
    expect(electRepresentatives(even, 3, ['b', 'd'])).toEqual({
      elected: ['a', 'b', 'd'],
      tie: null,
    });
  });

  it('are nobody without votes', () => {
    expect(electRepresentatives(candidates({ a: 1, b: 0 }), 3, []).elected).toEqual(['a']);
  });
});
