import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import type { PetitionBody } from './addressee.js';
import { assessThreshold, standingOf, thresholdOn } from './threshold.js';

const DAY = '2026-11-21';

function requiredFor(body: PetitionBody, level: TerritoryLevel, people: number, on = DAY) {
  const population = { people, on: '2021-09-01', source: 'census' };
  return thresholdOn({ body, level }, population, on)?.required;
}

describe('thresholdOn', () => {
  it.each<[PetitionBody, TerritoryLevel, number, number]>([
    ['akim-office', 'rural-okrug', 3_821, 192],
    ['akim-office', 'rural-okrug', 3_820, 191],
    ['akim-office', 'rural-okrug', 3_819, 191],
    ['akim-office', 'village', 1, 1],
    ['akim-office', 'village', 0, 0],
    ['akim-office', 'city-district', 49_999, 2_500],
    ['akim-office', 'city-district', 50_000, 2_500],
    ['akim-office', 'city-district', 50_001, 2_500],
    ['akim-office', 'settlement', 49_980, 2_499],
    ['akim-office', 'settlement', 49_981, 2_500],
    ['akimat', 'district', 49_961, 2_499],
    ['akimat', 'district', 49_999, 2_500],
    ['akimat', 'district', 50_000, 2_500],
    ['akimat', 'district', 50_001, 2_500],
    ['akimat', 'oblast-city', 1_000_000, 2_500],
    ['maslikhat', 'district', 49_991, 5_000],
    ['maslikhat', 'district', 49_990, 4_999],
    ['maslikhat', 'district', 49_999, 5_000],
    ['maslikhat', 'district', 50_000, 5_000],
    ['maslikhat', 'district', 50_001, 5_000],
    ['maslikhat', 'oblast-city', 50_000, 5_000],
    ['maslikhat', 'oblast-city', 50_001, 5_000],
    ['maslikhat', 'oblast', 49_999, 1_000],
    ['maslikhat', 'oblast', 50_000, 1_000],
    ['maslikhat', 'oblast', 50_001, 1_001],
    ['maslikhat', 'oblast', 412_600, 8_252],
    ['maslikhat', 'oblast', 412_601, 8_253],
    ['maslikhat', 'republican-city', 2_161_900, 43_238],
    ['akimat', 'oblast', 49_999, 500],
    ['akimat', 'oblast', 50_000, 500],
    ['akimat', 'oblast', 50_001, 501],
    ['akimat', 'oblast', 412_600, 4_126],
    ['akimat', 'republican-city', 2_161_901, 21_620],
    ['government', 'republic', 20_000_000, 50_000],
  ])('%s of a %s with %i people needs %i', (body, level, people, required) => {
    expect(requiredFor(body, level, people)).toBe(required);
  });

  it('keeps the rules of 2024 for a petition of 2024, and knows none before', () => {
    expect(requiredFor('akim-office', 'rural-okrug', 3_821, '2024-04-04')).toBe(192);
    expect(() => requiredFor('akim-office', 'rural-okrug', 3_821, '2024-04-03')).toThrow(
      expect.objectContaining({ code: 'rulebook.no_value_on_date' }),
    );
  });

  it('says by which figure and which point of the law', () => {
    const population = { people: 3_821, on: '2021-09-01', source: 'census' };
    expect(thresholdOn({ body: 'akim-office', level: 'rural-okrug' }, population, DAY)).toEqual({
      required: 192,
      share: { num: 1n, den: 20n },
      population,
      source: {
        act: 'administrative-procedure-code',
        point: '90-3(4)',
        redaction: '2024-04-04',
      },
    });
  });

  it('does not guess where nobody counted the people, except for the Government', () => {
    const local = thresholdOn({ body: 'akimat', level: 'district' }, null, DAY);
    expect(assessThreshold(local)).toEqual([
      { code: 'petition.population_unknown', field: 'addressee' },
    ]);
    const central = thresholdOn({ body: 'government', level: 'republic' }, null, DAY);
    expect([central?.required, assessThreshold(central)]).toEqual([50_000, []]);
  });

  it('is the least whole number that is not below the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), (people) => {
        const required = requiredFor('akim-office', 'rural-okrug', people)!;
        expect(required * 100).toBeGreaterThanOrEqual(people * 5);
        expect((required - 1) * 100).toBeLessThan(people * 5);
      }),
    );
  });
});

describe('standingOf', () => {
  it.each([
    [191, false, 1],
    [192, true, 0],
    [193, true, 0],
  ])('%i of 192: reached %s, missing %i', (count, reached, missing) => {
    expect(standingOf(count, 192)).toEqual({ reached, missing });
  });
});
