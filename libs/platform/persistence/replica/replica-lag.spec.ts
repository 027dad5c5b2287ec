import { describe, expect, it } from '@jest/globals';
import { ReplicaLag } from './replica-lag.js';

const BOUND = 5_000;

function positionAt(second: number, bytes: bigint) {
  return { bytes, at: new Date(second * 1000), heardAt: second * 1000 };
}

describe('how far a replica is behind', () => {
  it('nothing is known before it reached a position of the primary', () => {
    const lag = new ReplicaLag(BOUND);
    lag.primaryStoodAt(positionAt(1, 100n));
    lag.replicaReached(99n);
    expect(lag.asOf(1000)).toBeNull();
  });

  it('it has everything up to the latest position that it reached', () => {
    const lag = new ReplicaLag(BOUND);
    for (const second of [1, 2, 3]) lag.primaryStoodAt(positionAt(second, BigInt(second * 100)));
    lag.replicaReached(299n);
    expect(lag.asOf(3000)).toEqual(new Date(2000));
    lag.replicaReached(300n);
    expect(lag.asOf(3000)).toEqual(new Date(3000));
  });

  it('where the primary is idle, a replica that has all is not behind', () => {
    const lag = new ReplicaLag(BOUND);
    for (const second of [1, 20, 40]) {
      lag.primaryStoodAt(positionAt(second, 100n));
      lag.replicaReached(100n);
    }
    expect(lag.asOf(40_000)).toEqual(new Date(40_000));
  });

  it.each([
    [BOUND - 1, true],
    [BOUND, true],
    [BOUND + 1, false],
  ])('%i ms after the last position that it reached: asked = %s', (later, asked) => {
    const lag = new ReplicaLag(BOUND);
    lag.primaryStoodAt(positionAt(1, 100n));
    lag.replicaReached(100n);
    expect(lag.asOf(1000 + later) !== null).toBe(asked);
  });

  it('a server that follows nobody, and one before whose log a new leader began, is not asked', () => {
    const lag = new ReplicaLag(BOUND);
    lag.primaryStoodAt(positionAt(1, 100n));
    lag.replicaReached(100n);
    lag.replicaReached(null);
    expect(lag.asOf(1000)).toBeNull();
    lag.primaryStoodAt(positionAt(2, 200n));
    lag.primaryStoodAt(positionAt(3, 150n));
    lag.replicaReached(180n);
    expect(lag.asOf(3000)).toEqual(new Date(3000));
  });
});
