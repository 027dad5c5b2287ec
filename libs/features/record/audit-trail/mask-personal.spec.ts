import { describe, expect, it } from '@jest/globals';
import { maskPersonal } from './mask-personal.js';

describe('masking of personal fields', () => {
  it.each(['contact', 'authorName', 'iin', 'confirmedBy', 'officerId', 'phone'])(
    'hides %s',
    (field) => expect(maskPersonal({ [field]: 'x' })).toEqual({ [field]: '•••' }),
  );

  it.each(['votingUntil', 'act', 'minimumVotes', 'title', 'nameKk', 'id', 'roundPhase'])(
    'shows %s',
    (field) => expect(maskPersonal({ [field]: 'x' })).toEqual({ [field]: 'x' }),
  );

  it('looks into lists and objects, and keeps gaps', () => {
    const after = { pots: [{ territory: '1', contact: 'a' }], confirmedBy: null };
    expect(maskPersonal(after)).toEqual({
      pots: [{ territory: '1', contact: '•••' }],
      confirmedBy: null,
    });
  });
});
