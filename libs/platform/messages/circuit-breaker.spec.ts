import { beforeEach, describe, expect, it } from '@jest/globals';
import { CircuitBreaker } from './circuit-breaker.js';

describe('a circuit breaker', () => {
  let now: number;
  let breaker: CircuitBreaker;
  beforeEach(() => {
    now = 0;
    breaker = new CircuitBreaker(() => now);
  });

  const failTimes = (times: number): void => {
    for (let done = 0; done < times; done += 1) breaker.failed('usual');
  };

  it.each([
    [4, 'usual'],
    [5, null],
    [6, null],
  ])('after %d failures in a row lets through: %s', (failures, turn) => {
    failTimes(failures);
    expect(breaker.take()).toBe(turn);
  });

  it('counts failures in a row only', () => {
    failTimes(4);
    breaker.succeeded();
    failTimes(4);
    expect(breaker.take()).toBe('usual');
  });

  it('lets one through after the pause, and all after its success', () => {
    failTimes(5);
    now = 4_999;
    expect(breaker.take()).toBeNull();
    now = 5_000;
    expect([breaker.take(), breaker.take()]).toEqual(['trial', null]);
    breaker.succeeded();
    expect([breaker.take(), breaker.take()]).toEqual(['usual', 'usual']);
  });

  it('waits twice as long after each vain trial, a minute at most', () => {
    failTimes(5);
    const pauses = [5, 10, 20, 40, 60, 60].map((seconds) => seconds * 1_000);
    for (const pause of pauses) {
      now += pause - 1;
      expect(breaker.take()).toBeNull();
      now += 1;
      expect(breaker.take()).toBe('trial');
      breaker.failed('trial');
    }
  });

  it('does not wait longer for tries that were under way when it opened', () => {
    failTimes(9);
    now = 5_000;
    expect(breaker.take()).toBe('trial');
  });

  it('gives the turn to another when there was nothing to try with', () => {
    failTimes(5);
    now = 5_000;
    breaker.giveBack(breaker.take()!);
    expect(breaker.take()).toBe('trial');
  });
});
