import { describe, expect, it } from '@jest/globals';
import type { RoleHolding } from '#rules/registry/roles.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { assessAddressee, type PetitionBody } from './addressee.js';
import type { PetitionKind } from './petition-kind.js';
import { assessLaunch } from './petition-launch.js';

const DISTRICT = '992000000';
const OKRUG = '992030000';
const mandate: RoleHolding = {
  role: 'deputy',
  territory: DISTRICT,
  from: '2023-03-19',
  until: '2028-03-18',
};

function launchOn(on: string, territoryPath: readonly string[], holdings = [mandate]) {
  return assessLaunch({ holdings, territoryPath, on }).map(({ code }) => code);
}

describe('who may launch a collection', () => {
  it.each([
    ['2023-03-18', false],
    ['2023-03-19', true],
    ['2026-11-21', true],
    ['2028-03-18', true],
    ['2028-03-19', false],
  ])('a deputy on %s: %s', (on, may) => {
    expect(launchOn(on, [DISTRICT, OKRUG])).toEqual(may ? [] : ['petition.no_mandate']);
  });

  it('not for a neighbour, not without a mandate', () => {
    expect(launchOn('2026-11-21', ['991000000'])).toEqual(['petition.no_mandate']);
    const akim = { ...mandate, role: 'akim' as const };
    expect(launchOn('2026-11-21', [DISTRICT], [akim])).toEqual(['petition.no_mandate']);
  });
});

describe('whom a petition may address', () => {
  it.each<[PetitionBody, TerritoryLevel, PetitionKind, readonly string[]]>([
    ['akim-office', 'rural-okrug', 'deputy-collection', []],
    ['maslikhat', 'district', 'deputy-collection', []],
    ['akimat', 'oblast-city', 'deputy-collection', []],
    ['maslikhat', 'rural-okrug', 'deputy-collection', ['petition.body_not_there']],
    ['akim-office', 'district', 'deputy-collection', ['petition.body_not_there']],
    ['akimat', 'city-district', 'statutory', ['petition.body_not_there']],
    ['government', 'oblast', 'statutory', ['petition.body_not_there']],
    ['government', 'republic', 'statutory', []],
    ['government', 'republic', 'deputy-collection', ['petition.central_body']],
  ])('%s of a %s in a %s: %j', (body, level, kind, codes) => {
    expect(assessAddressee({ body, level }, kind).map(({ code }) => code)).toEqual(codes);
  });
});
