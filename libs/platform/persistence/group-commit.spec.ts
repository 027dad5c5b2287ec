import { describe, expect, it } from '@jest/globals';
import { GroupCommit, TooManyWaiting } from './group-commit.js';

const LIMITS = { batch: 3, inFlight: 1, waiting: 5 };

describe('GroupCommit', () => {
  it('writes what arrives meanwhile in one statement, and answers each act with its own answer', async () => {
    const batches: number[][] = [];
    const commit = new GroupCommit<number, number>((acts) => {
      batches.push([...acts]);
      return Promise.resolve(acts.map((act) => act * 10));
    }, LIMITS);
    const answers = await Promise.all([1, 2, 3, 4, 5].map((act) => commit.submit(act)));
    expect(answers).toEqual([10, 20, 30, 40, 50]);
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('never refuses the neighbours of a bad row', async () => {
    const commit = new GroupCommit<number, number>((acts) => {
      if (acts.includes(3)) return Promise.reject(failure('23514'));
      return Promise.resolve([...acts]);
    }, LIMITS);
    const answers = await Promise.allSettled([1, 2, 3, 4].map((act) => commit.submit(act)));
    expect(answers.map((answer) => answer.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it.each(['ECONNREFUSED', '57P01', '55P03'])(
    'tells everybody at once when the database is away (%s), without trying again',
    async (code) => {
      let tries = 0;
      const commit = new GroupCommit<number, number>(() => {
        tries += 1;
        return Promise.reject(failure(code));
      }, LIMITS);
      const answers = await Promise.allSettled([1, 2, 3, 4, 5].map((act) => commit.submit(act)));
      expect(answers.every((answer) => answer.status === 'rejected')).toBe(true);
      expect(tries).toBe(1);
    },
  );

  it.each(['40001', '40P01'])('does a batch that lost a race again as it is (%s)', async (code) => {
    const batches: number[][] = [];
    const commit = new GroupCommit<number, number>((acts) => {
      batches.push([...acts]);
      return batches.length === 2 ? Promise.reject(failure(code)) : Promise.resolve([...acts]);
    }, LIMITS);
    const answers = await Promise.all([1, 2, 3].map((act) => commit.submit(act)));
    expect(answers).toEqual([1, 2, 3]);
    expect(batches).toEqual([[1], [2, 3], [2, 3]]);
  });

  it('tells a batch that loses every race to come back, and goes on with those behind it', async () => {
    let tries = 0;
    const commit = new GroupCommit<number, number>((acts) => {
      if (!acts.includes(1)) return Promise.resolve([...acts]);
      tries += 1;
      return Promise.reject(failure('40P01'));
    }, LIMITS);
    const [first, ...others] = await Promise.allSettled([1, 2, 3].map((act) => commit.submit(act)));
    expect(tries).toBe(5);
    expect(first!.status).toBe('rejected');
    expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('tells callers to come back when as many wait as may', async () => {
    const commit = new GroupCommit<number, number>((acts) => Promise.resolve([...acts]), LIMITS);
    const answers = [1, 2, 3, 4, 5, 6].map((act) => commit.submit(act));
    await expect(commit.submit(7)).rejects.toThrow(TooManyWaiting);
    await expect(Promise.all(answers)).resolves.toEqual([1, 2, 3, 4, 5, 6]);
  });
});

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
