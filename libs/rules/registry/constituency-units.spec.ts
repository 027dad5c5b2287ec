import { describe, expect, it } from '@jest/globals';
import { assessConstituencyUnits, type ConstituencyUnit } from './constituency-units.js';

const OWN = '992000000';
const okrug: ConstituencyUnit = { kato: '992030000', path: [OWN, '992030000'], part: null };
const away: ConstituencyUnit = { kato: '991000000', path: ['990000000', '991000000'], part: null };
const unknown: ConstituencyUnit = { kato: '123456789', path: null, part: null };
const streets = { kk: 'Абай көшесі', ru: 'улица Абая' };

const codesOf = (...units: ConstituencyUnit[]) =>
  assessConstituencyUnits(4, units, OWN).map(({ code }) => code.replace('convocation.', ''));

describe('where a constituency is', () => {
  it.each<[string, ConstituencyUnit[], string[]]>([
    ['a unit below', [okrug], []],
    ['the unit itself', [{ kato: OWN, path: [OWN], part: null }], []],
    ['some streets of it', [{ ...okrug, part: streets }], []],
    ['nowhere', [], ['units_missing']],
    ['elsewhere', [away], ['unit_outside']],
    ['where nobody knows', [unknown], ['unit_unknown']],
    ['the same unit twice', [okrug, { ...okrug, part: streets }], ['territory_twice']],
    [
      'streets in one language',
      [{ ...okrug, part: { kk: 'Абай', ru: '' } }],
      ['part_untranslated'],
    ],
    [
      'all of it wrong',
      [away, unknown, unknown],
      ['unit_outside', 'unit_unknown', 'unit_unknown', 'territory_twice'],
    ],
  ])('%s', (_, units, codes) => {
    expect(codesOf(...units)).toEqual(codes);
  });

  it('is told by the constituency’s number and the unit', () => {
    expect(assessConstituencyUnits(4, [away], OWN)).toEqual([
      {
        code: 'convocation.unit_outside',
        field: 'constituencies',
        details: { number: 4, unit: '991000000' },
      },
    ]);
  });
});
