import { describe, expect, it } from '@jest/globals';
import { assertMayBeginDraft, assessAuthor, assessLoad } from './proposal-author.js';

const LIMITS = { openDrafts: 5, submitted: 3, begunLately: 10 };
const NOTHING = { openDrafts: 0, submitted: 0, begunLately: 0 };

describe('the author of a proposal', () => {
  it('is registered in the territory or below it', () => {
    expect(assessAuthor(['391000000', '391010000'], '391000000')).toEqual([]);
    expect(assessAuthor(['391000000'], '391010000')).toEqual([
      { code: 'proposal.author_from_elsewhere' },
    ]);
    expect(assessAuthor([], '391000000')).toHaveLength(1);
  });

  it.each([
    [4, 0, null],
    [5, 0, 'proposal.too_many_drafts'],
    [6, 0, 'proposal.too_many_drafts'],
    [0, 9, null],
    [0, 10, 'proposal.too_many_today'],
    [0, 11, 'proposal.too_many_today'],
  ])('with %i open drafts and %i begun lately: %s', (openDrafts, begunLately, code) => {
    const begin = () => assertMayBeginDraft({ ...NOTHING, openDrafts, begunLately }, LIMITS);
    if (code) expect(begin).toThrow(code);
    else expect(begin).not.toThrow();
  });

  it.each([
    [2, []],
    [3, [{ code: 'proposal.too_many_submitted', details: { limit: 3 } }]],
    [4, [{ code: 'proposal.too_many_submitted', details: { limit: 3 } }]],
  ])('with %i submitted', (submitted, faults) => {
    expect(assessLoad({ ...NOTHING, submitted }, LIMITS)).toEqual(faults);
  });
});
