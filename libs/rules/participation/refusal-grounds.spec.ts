import { describe, expect, it } from '@jest/globals';
import { REFUSAL_GROUNDS, REFUSAL_GROUND_POINTS, assessRefusal } from './refusal-grounds.js';

const reasons = { kk: 'Себебі', ru: 'Причина' };

function codesOf(grounds: readonly string[], text = reasons): readonly string[] {
  return assessRefusal({ grounds, reasons: text }).map((fault) => fault.code);
}

describe('assessRefusal', () => {
  it('accepts grounds of the closed list with reasons', () => {
    expect(codesOf(['duplicate'])).toEqual([]);
    expect(codesOf(REFUSAL_GROUNDS)).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['no ground', [], ['refusal.no_grounds']],
    ['a ground of its own making', ['ugly'], ['refusal.unknown_ground']],
    ['a property name of objects', ['constructor'], ['refusal.unknown_ground']],
    ['one ground twice', ['duplicate', 'duplicate'], ['refusal.ground_twice']],
  ])('refuses %s', (_, grounds, codes) => {
    expect(codesOf(grounds)).toEqual(codes);
  });

  it('asks for reasons in both official languages', () => {
    expect(assessRefusal({ grounds: ['duplicate'], reasons: { kk: 'Себебі', ru: '' } })).toEqual([
      { code: 'refusal.reasons_missing', field: 'reasons', details: { languages: ['ru'] } },
    ]);
  });

  it('names all faults at once', () => {
    expect(codesOf([], { kk: '', ru: '' })).toEqual([
      'refusal.no_grounds',
      'refusal.reasons_missing',
    ]);
  });
});

describe('the closed list', () => {
  it.each(REFUSAL_GROUNDS)('%s rests on a point of the law from 76 to 81', (ground) => {
    expect(Number(REFUSAL_GROUND_POINTS[ground])).toBeGreaterThanOrEqual(76);
    expect(Number(REFUSAL_GROUND_POINTS[ground])).toBeLessThanOrEqual(81);
  });
});
