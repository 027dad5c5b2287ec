import { describe, expect, it } from '@jest/globals';
import { TERRITORY_LEVELS } from '#rules/registry/territory-level.js';
import { BODY_KINDS, assessBody, bodyStandingOn, canHaveBody } from './body-kind.js';

const DAY = '2026-11-21';

describe('kinds of bodies', () => {
  it('are deciding, advisory or not in the law', () => {
    const standing = BODY_KINDS.map((kind) => bodyStandingOn(kind, DAY).kind);
    expect(standing).toEqual([
      'deciding',
      'deciding',
      'deciding',
      'no-law',
      'advisory',
      'advisory',
    ]);
  });

  it.each([
    ['gathering', '2023-06-22', 'no-law'],
    ['gathering', '2023-06-23', 'deciding'],
    ['public-council', '2015-11-01', 'no-law'],
    ['public-council', '2015-11-02', 'advisory'],
    ['kenes', '2030-01-01', 'no-law'],
  ] as const)('%s on %s: %s', (kind, on, standing) => {
    expect(bodyStandingOn(kind, on).kind).toBe(standing);
  });

  it('stand at their levels', () => {
    const levelsOf = (kind: (typeof BODY_KINDS)[number]) =>
      TERRITORY_LEVELS.filter((level) => canHaveBody(level, kind));
    expect(levelsOf('assembly')).toEqual(['district-city', 'settlement', 'rural-okrug', 'village']);
    expect(levelsOf('territorial-council')).toEqual(['republican-city', 'oblast-city']);
    expect(levelsOf('public-council')).toEqual(TERRITORY_LEVELS);
  });

  it('names all faults of founding one', () => {
    const codes = (kind: (typeof BODY_KINDS)[number], level: (typeof TERRITORY_LEVELS)[number]) =>
      assessBody({ kind, level }, DAY).map(({ code }) => code);
    expect(codes('assembly', 'rural-okrug')).toEqual([]);
    expect(codes('kenes', 'rural-okrug')).toEqual(['body.not_in_law']);
    expect(codes('kenes', 'oblast')).toEqual(['body.not_in_law', 'body.not_at_this_level']);
  });
});
