import { describe, expect, it } from '@jest/globals';
import { changeChoices, votesOf, type ChoiceChange } from './ballot-draft.js';

const AB = [{ project: 'a' }, { project: 'b' }];

describe('changeChoices', () => {
  it.each<[string, ChoiceChange, string]>([
    ['a new project goes last', { act: 'choose', project: 'c' }, 'a b c'],
    ['a project is chosen once', { act: 'choose', project: 'a' }, 'a b'],
    ['a chosen project is dropped', { act: 'drop', project: 'a' }, 'b'],
    ['dropping what was not chosen changes nothing', { act: 'drop', project: 'c' }, 'a b'],
    ['a project goes up', { act: 'raise', project: 'b' }, 'b a'],
    ['the first one stays first', { act: 'raise', project: 'a' }, 'a b'],
    ['a project goes down', { act: 'lower', project: 'a' }, 'b a'],
    ['the last one stays last', { act: 'lower', project: 'b' }, 'a b'],
    ['what was not chosen cannot move', { act: 'raise', project: 'c' }, 'a b'],
  ])('%s', (_, change, expected) => {
    const after = changeChoices(AB, change).map(({ project }) => project);
    expect(after.join(' ')).toBe(expected);
  });

  it('gives, changes and takes back points', () => {
    const given = changeChoices([], { act: 'give-points', project: 'a', points: 3 });
    expect(given).toEqual([{ project: 'a', points: 3 }]);
    const changed = changeChoices(given, { act: 'give-points', project: 'a', points: 0 });
    expect(changed).toEqual([{ project: 'a', points: 0 }]);
    expect(changeChoices(changed, { act: 'give-points', project: 'a', points: null })).toEqual([]);
  });

  it('does not grow without bound', () => {
    const full = Array.from({ length: 2_000 }, (_, n) => ({ project: String(n) }));
    expect(changeChoices(full, { act: 'choose', project: 'one more' })).toHaveLength(2_000);
  });
});

describe('votesOf', () => {
  const choices = [{ project: 'b', points: 2 }, { project: 'a' }];

  it('makes ranks of the sequence for an ordinal ballot', () => {
    expect(votesOf(choices, { kind: 'ordinal', min: 1, max: 5 })).toEqual([
      { project: 'b', rank: 1 },
      { project: 'a', rank: 2 },
    ]);
  });

  it('sends points where they are asked for, and only there', () => {
    const cumulative = { kind: 'cumulative', min: 1, points: 10, maxPerProject: null } as const;
    expect(votesOf(choices, cumulative)).toEqual([
      { project: 'b', points: 2 },
      { project: 'a', points: 0 },
    ]);
    expect(votesOf(choices, { kind: 'knapsack', min: 1 })).toEqual([
      { project: 'b' },
      { project: 'a' },
    ]);
  });
});
