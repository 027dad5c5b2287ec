import { describe, expect, it } from '@jest/globals';
import { findingOfArchiving, type Archiving } from './check-archiving.js';

const WELL: Archiving = { mode: 'on', by: 'cp', timeout: 30, failing: null, receivers: 0 };
const OFF: Archiving = { ...WELL, mode: 'off', by: '', timeout: 0 };

describe('the finding about archiving', () => {
  it.each([
    ['a log that is archived', WELL, true, ['ok', /every 30 s/]],
    ['no archive of a real town', OFF, true, ['warning', /not archived/]],
    ['no archive of a trial', OFF, false, ['ok', /no town in earnest/]],
    ['a receiver of the stream', { ...OFF, receivers: 1 }, true, ['ok', /1 receive/]],
    ['an archive that fails', { ...WELL, failing: '0A' }, false, ['fault', /of 0A fails/]],
    ['an archive without a command', { ...WELL, by: '' }, false, ['fault', /fills the disk/]],
    ['quiet hours', { ...WELL, timeout: 0 }, true, ['warning', /quiet hour/]],
  ] as const)('names %s', (_what, archiving, production, [state, found]) => {
    const finding = findingOfArchiving(archiving, production);
    expect([finding.state, finding.found]).toEqual([state, expect.stringMatching(found)]);
  });
});
