import { describe, expect, it } from '@jest/globals';
import { assessEnclosures, MOST_ENCLOSURES } from './enclosures.js';

const files = (count: number) => Array.from({ length: count }, (_, at) => `file-${at}`);

describe('files beside an act', () => {
  it.each([
    [0, []],
    [MOST_ENCLOSURES - 1, []],
    [MOST_ENCLOSURES, []],
    [MOST_ENCLOSURES + 1, ['enclosure.too_many']],
  ])('%i of them', (count, codes) => {
    expect(assessEnclosures(files(count)).map(({ code }) => code)).toEqual(codes);
  });

  it('are named once each, and every fault is said', () => {
    expect(assessEnclosures(['a', 'b', 'a']).map(({ code }) => code)).toEqual(['enclosure.twice']);
    const codes = assessEnclosures([...files(MOST_ENCLOSURES), 'file-0']).map(({ code }) => code);
    expect(codes).toEqual(['enclosure.too_many', 'enclosure.twice']);
  });
});
