import { describe, expect, it } from '@jest/globals';
import {
  TERRITORY_LEVELS,
  canStandUnder,
  hasLocalCommunity,
  isTerritoryLevel,
  isTopLevel,
} from './territory-level.js';

describe('levels of territories', () => {
  it('have one top and a parent for every other level', () => {
    expect(TERRITORY_LEVELS.filter(isTopLevel)).toEqual(['republic']);
    for (const level of TERRITORY_LEVELS.slice(1)) {
      expect(TERRITORY_LEVELS.some((parent) => canStandUnder(level, parent))).toBe(true);
    }
  });

  it('place each unit only under a larger one, so that no circle can arise', () => {
    TERRITORY_LEVELS.forEach((level, place) => {
      for (const parent of TERRITORY_LEVELS.slice(place)) {
        expect(canStandUnder(level, parent)).toBe(false);
      }
    });
  });

  it('know where gatherings and assemblies exist', () => {
    expect(TERRITORY_LEVELS.filter(hasLocalCommunity)).toEqual([
      'district-city',
      'settlement',
      'rural-okrug',
      'village',
    ]);
  });

  it('are recognised by their code', () => {
    expect(isTerritoryLevel('rural-okrug')).toBe(true);
    expect(isTerritoryLevel('Rural-okrug')).toBe(false);
  });
});
