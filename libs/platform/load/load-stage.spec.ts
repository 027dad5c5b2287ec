import { describe, expect, it } from '@jest/globals';
import { freshMsAt, isLoadStage, isOffAt, LOAD_STAGES, stageBeside } from './load-stage.js';

describe('a stage of load', () => {
  it.each([
    ['full', []],
    ['older-lists', []],
    ['late-counts', []],
    ['no-statistics', ['statistics']],
    ['no-search', ['statistics', 'search']],
    ['no-drafts', ['statistics', 'search', 'drafts']],
  ] as const)('%s switches off %j', (stage, off) => {
    const all = ['statistics', 'search', 'drafts'] as const;
    expect(all.filter((saving) => isOffAt(stage, saving))).toEqual(off);
  });

  it.each([
    ['full', 2_000, 2_000],
    ['older-lists', 30_000, 2_000],
    ['late-counts', 30_000, 30_000],
    ['no-drafts', 30_000, 30_000],
  ] as const)('%s shows lists for %i ms and counts for %i ms', (stage, list, count) =>
    expect([freshMsAt(stage, 'list'), freshMsAt(stage, 'count')]).toEqual([list, count]),
  );

  it('has neighbours, but none beyond the ends', () => {
    expect(LOAD_STAGES.map((stage) => stageBeside(stage, 1))).toEqual([
      ...LOAD_STAGES.slice(1),
      'no-drafts',
    ]);
    expect(stageBeside('full', -1)).toBe('full');
    expect(['full', 'empty', 3].map(isLoadStage)).toEqual([true, false, false]);
  });
});
