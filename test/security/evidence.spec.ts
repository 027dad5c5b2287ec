import { describe, expect, it } from '@jest/globals';
import { evidenceIn, faultOf } from './evidence.js';

describe('evidence', () => {
  it('is every path in a row, with the text that is to stand there', () => {
    const row = 'held: `libs/a/b.ts#two words`, told in `SECURITY.md`; `SameSite` is no file';
    expect(evidenceIn(row)).toEqual([
      { path: 'libs/a/b.ts', text: 'two words' },
      { path: 'SECURITY.md', text: null },
    ]);
  });

  it.each([
    ['a file that is gone', { path: 'libs/gone.ts', text: null }, 'libs/gone.ts is not there'],
    ['words that are gone', { path: 'SECURITY.md', text: 'a ~gone~ word' }, 'says nowhere'],
  ])('is refused for %s', (_what, evidence, fault) => expect(faultOf(evidence)).toContain(fault));

  it('is good where both are there', () => {
    expect(faultOf({ path: 'SECURITY.md', text: 'Reporting' })).toBeNull();
  });
});
