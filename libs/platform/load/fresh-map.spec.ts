import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FreshMap } from './fresh-map.js';

describe('a map of what is fresh', () => {
  let makings: number;
  const make = () => Promise.resolve((makings += 1));

  beforeEach(() => {
    makings = 0;
    jest.useFakeTimers();
  });
  afterEach(() => void jest.useRealTimers());

  it.each([
    [999, 1],
    [1_000, 2],
    [1_001, 2],
  ])(
    'makes it again when its time is over: after %i ms it was made %i times',
    async (ms, times) => {
      const map = new FreshMap<number>(9);
      await map.get('a', 1_000, make);
      jest.advanceTimersByTime(ms);
      expect(await map.get('a', 1_000, make)).toBe(times);
      expect(makings).toBe(times);
    },
  );

  it('makes it once for all who come meanwhile, and has nothing made before that', async () => {
    const map = new FreshMap<number>(9);
    const first = map.get('a', 1_000, make);
    expect(map.findMade('a')).toBeNull();
    expect(await Promise.all([first, map.get('a', 1_000, make)])).toEqual([1, 1]);
    expect(map.findMade('a')).toBe(1);
  });

  it('keeps no failure', async () => {
    const map = new FreshMap<number>(9);
    await expect(map.get('a', 1_000, () => Promise.reject(new Error('away')))).rejects.toThrow();
    expect(await map.get('a', 1_000, make)).toBe(1);
  });

  it('lets the oldest go', async () => {
    const map = new FreshMap<number>(2);
    for (const key of ['a', 'b', 'c']) await map.get(key, 1_000, make);
    expect(['a', 'b', 'c'].map((key) => map.findMade(key))).toEqual([null, 2, 3]);
  });
});
