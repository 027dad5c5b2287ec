import { describe, expect, it } from '@jest/globals';
import { TERRITORY_LEVELS } from '#rules/registry/territory-level.js';
import { type BudgetPlace, nationalScopeOn } from './national-scope.js';

const ON = '2026-11-21';
const city: BudgetPlace = {
  level: 'oblast-city',
  parentLevel: 'oblast',
  hasCityDistricts: false,
  isOblastCentre: true,
  isDistrictCentre: false,
  population: 240_000,
};
const town: BudgetPlace = {
  level: 'district-city',
  parentLevel: 'district',
  hasCityDistricts: false,
  isOblastCentre: false,
  isDistrictCentre: true,
  population: 10_001,
};

describe('nationalScopeOn', () => {
  it('reaches oblast cities, with the higher minimum in an oblast centre', () => {
    expect(nationalScopeOn(city, ON)).toEqual({
      applies: true,
      kind: 'oblast-city',
      minimumVotesKind: 'oblast-centre',
    });
    expect(nationalScopeOn({ ...city, isOblastCentre: false }, ON)).toMatchObject({
      minimumVotesKind: 'other-settlement',
    });
  });

  it('reaches cities with districts only through these', () => {
    const refused = { applies: false, reason: 'only-in-city-districts' };
    expect(nationalScopeOn({ ...city, hasCityDistricts: true }, ON)).toEqual(refused);
    expect(nationalScopeOn({ ...city, level: 'republican-city' }, ON)).toEqual(refused);
  });

  it.each([
    ['republican-city', 'republican-city-district', 'republican-city-district'],
    ['oblast-city', 'oblast-city', 'oblast-centre'],
  ] as const)('gives a district of a %s the rule %s', (parentLevel, kind, minimumVotesKind) => {
    expect(nationalScopeOn({ ...city, level: 'city-district', parentLevel }, ON)).toEqual({
      applies: true,
      kind,
      minimumVotesKind,
    });
  });

  it.each([
    [9_999, false],
    [10_000, false],
    [10_001, true],
    [null, false],
  ])('a district centre with %s people → %s', (population, applies) => {
    expect(nationalScopeOn({ ...town, population }, ON).applies).toBe(applies);
  });

  it('leaves out a district-significance city that is not the centre of its district', () => {
    expect(nationalScopeOn({ ...town, isDistrictCentre: false }, ON)).toEqual({
      applies: false,
      reason: 'not-a-district-centre',
    });
  });

  it('names no village, settlement or rural okrug', () => {
    const others = TERRITORY_LEVELS.filter((level) => !/city/.test(level));
    for (const level of others) {
      expect(nationalScopeOn({ ...town, level }, ON)).toEqual({
        applies: false,
        reason: 'level-not-named',
      });
    }
  });
});
