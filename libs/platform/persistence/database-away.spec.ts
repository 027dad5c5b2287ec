import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway } from './database-away.js';

describe('a database that is away', () => {
  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'timeout expired',
  ])('is told by the driver without a code: %s', (message) => {
    expect(isDatabaseAway(new Error(message))).toBe(true);
  });

  it('has ended the session, whatever its reason', () => {
    const error = { code: 'XX000', severity: 'FATAL' };
    expect(isDatabaseAway(Object.assign(new Error('lost'), error))).toBe(true);
  });

  it('is no statement that failed', () => {
    const error = { code: 'XX000', severity: 'ERROR' };
    expect(isDatabaseAway(Object.assign(new Error('broken'), error))).toBe(false);
    expect(isDatabaseAway(new Error('our own mistake'))).toBe(false);
  });
});
