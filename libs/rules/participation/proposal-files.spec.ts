import { describe, expect, it } from '@jest/globals';
import { assertRoomForFile } from './proposal-files.js';

describe('files of a proposal', () => {
  it.each([
    ['photo', 9, null],
    ['photo', 10, 'proposal.too_many_photos'],
    ['photo', 11, 'proposal.too_many_photos'],
    ['document', 4, null],
    ['document', 5, 'proposal.too_many_documents'],
    ['document', 6, 'proposal.too_many_documents'],
  ] as const)('one more %s beside %i: %s', (kind, present, code) => {
    const add = () => assertRoomForFile(kind, present);
    if (code) expect(add).toThrow(code);
    else expect(add).not.toThrow();
  });
});
