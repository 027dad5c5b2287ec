import { describe, expect, it } from '@jest/globals';
import { assessPetitionTexts, assessWriting, type PetitionTexts } from './petition-draft.js';
import { assessSigner } from './petition-signer.js';

const both = (text: string) => ({ kk: text, ru: text });
const whole: PetitionTexts = {
  title: both('Су құбыры'),
  text: both('Ауылға су құбырын тарту.'),
  arguments: both('Құдық кеуіп қалды.'),
  proposals: both('2027 жылғы бюджетке енгізу.'),
};

describe('texts of a petition', () => {
  it('stand in both official languages before the check', () => {
    expect(assessPetitionTexts(whole)).toEqual([]);
    expect(
      assessPetitionTexts({ ...whole, title: { kk: 'Су', ru: '' }, proposals: both('') }),
    ).toEqual([
      { code: 'petition.text_missing', field: 'title', details: { languages: ['ru'] } },
      { code: 'petition.text_missing', field: 'proposals', details: { languages: ['kk', 'ru'] } },
    ]);
  });

  it.each([
    [199, 0],
    [200, 0],
    [201, 1],
  ])('a title of %i letters has %i faults', (length, faults) => {
    const title = { kk: 'ә'.repeat(length), ru: '' };
    expect(assessWriting({ ...whole, title })).toHaveLength(faults);
  });
});

describe('who may sign', () => {
  const signer = {
    bornOn: '2008-11-21',
    territoryPath: ['990000000', '992030000', '992030100'],
    registeredFrom: '2026-11-21',
  };
  const rule = { territory: '992030000', minimumAge: 18 };
  const codesOn = (on: string, change: object = {}) =>
    assessSigner({ ...signer, ...change }, rule, on).map(({ code }) => code);

  it.each([
    ['2026-11-20', ['signature.under_age', 'signature.not_registered_that_day']],
    ['2026-11-21', []],
    ['2026-11-22', []],
  ])('on %s: %j', (on, codes) => {
    expect(codesOn(on)).toEqual(codes);
  });

  it('a neighbour may not', () => {
    const path = { territoryPath: ['990000000', '992040000'] };
    expect(codesOn('2026-11-22', path)).toEqual(['signature.registered_elsewhere']);
  });
});
