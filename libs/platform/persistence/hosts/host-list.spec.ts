import { describe, expect, it } from '@jest/globals';
import { addressesOf, databaseBeside } from './host-list.js';

describe('a list of hosts', () => {
  it('becomes one address for each host, with person, database and options', () => {
    expect(addressesOf('postgresql://u:p%40@a:5432,b:5433,[::1]:5434/q?sslmode=require')).toEqual([
      'postgresql://u:p%40@a:5432/q?sslmode=require',
      'postgresql://u:p%40@b:5433/q?sslmode=require',
      'postgresql://u:p%40@[::1]:5434/q?sslmode=require',
    ]);
  });

  it('of one host is that address, unchanged', () => {
    for (const url of ['postgres://a/q', 'postgresql://u@127.0.0.1:5432/q', 'no address'])
      expect(addressesOf(url)).toEqual([url]);
  });

  it('keeps its hosts and options for another database', () => {
    expect(databaseBeside('postgresql://u@a,b:5433/q?x=1', 'scratch')).toBe(
      'postgresql://u@a,b:5433/scratch?x=1',
    );
    expect(databaseBeside('postgresql://u@a', 'scratch')).toBe('postgresql://u@a/scratch');
  });
});
