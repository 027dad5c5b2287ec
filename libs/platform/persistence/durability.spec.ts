import { describe, expect, it } from '@jest/globals';
import { unsafeSettings } from './durability.js';

const SAFE = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  synchronous_standby_names: '',
  server_version_num: '150000',
};

describe('settings by which a server could lose an act', () => {
  it.each([
    ['none', {}, []],
    ['fsync', { fsync: 'off' }, ['fsync=off']],
    ['full pages', { full_page_writes: 'off' }, ['full_page_writes=off']],
    ['commits', { synchronous_commit: 'off' }, ['synchronous_commit=off']],
    ['commits on this disk alone, and no standby is named', { synchronous_commit: 'local' }, []],
    [
      'commits on this disk alone, beside a standby',
      { synchronous_commit: 'local', synchronous_standby_names: 'b' },
      ['synchronous_commit=local (the standby may not have them)'],
    ],
    [
      'commits in the memory of the standby',
      { synchronous_commit: 'remote_write', synchronous_standby_names: 'b' },
      ['synchronous_commit=remote_write (the standby may not have them)'],
    ],
    [
      'an old server',
      { server_version_num: '149999' },
      ['server_version_num=149999 (15 or newer is needed)'],
    ],
    [
      'all at once',
      { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
      ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'],
    ],
  ])('%s', (_what, settings, faults) => {
    expect(unsafeSettings(new Map(Object.entries({ ...SAFE, ...settings })))).toEqual(faults);
  });
});
