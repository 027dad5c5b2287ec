import { describe, expect, it } from '@jest/globals';
import { tenge } from '#rules/kernel/money.js';
import { lawfulRoundValuesOn } from './lawful-round-values.js';
import type { BudgetPlace } from './national-scope.js';

const ON = '2026-11-21';
const city: BudgetPlace = {
  level: 'oblast-city',
  parentLevel: 'oblast',
  hasCityDistricts: false,
  isOblastCentre: true,
  isDistrictCentre: false,
  population: 240_000,
};

describe('lawfulRoundValuesOn', () => {
  it('prefills the days of the year', () => {
    const lawful = lawfulRoundValuesOn({ place: city, potLevels: ['oblast-city'], year: 2027 }, ON);
    expect(lawful.announcementBy.day).toBe('2027-01-15');
    expect(lawful.councilCreatedBy.day).toBe('2027-01-15');
    expect(Object.values(lawful.days).map(({ day }) => day)).toEqual([
      '2027-01-20',
      '2027-03-01',
      '2027-04-05',
      '2027-04-06',
      '2027-04-24',
      '2027-04-30',
    ]);
    expect(lawful.days.votingUntil.source).toMatchObject({ point: '82' });
  });

  it('gives an oblast centre its minimum, cap and share', () => {
    const lawful = lawfulRoundValuesOn({ place: city, potLevels: ['oblast-city'], year: 2027 }, ON);
    expect(lawful.minimumVotes).toMatchObject({ votes: 20, floor: 20 });
    expect(lawful.costCap?.capTiyn).toBe(tenge(64_875_000));
    expect(lawful.group07Floor?.share).toEqual({ num: 1n, den: 10n });
  });

  it('takes the rule of the districts for the round of a divided city', () => {
    const divided = { ...city, hasCityDistricts: true };
    const question = { place: divided, potLevels: ['city-district'] as const, year: 2027 };
    expect(lawfulRoundValuesOn(question, ON).scope).toMatchObject({ kind: 'oblast-city' });
    expect(lawfulRoundValuesOn({ ...question, potLevels: ['oblast-city'] }, ON).scope).toEqual({
      applies: false,
      reason: 'only-in-city-districts',
    });
  });

  it.each(['2026-03-01', ON])(
    'keeps both readings for districts of a republican city on %s',
    (on) => {
      const almaty: BudgetPlace = { ...city, level: 'republican-city', parentLevel: 'republic' };
      const lawful = lawfulRoundValuesOn(
        { place: almaty, potLevels: ['city-district'], year: 2026 },
        on,
      );
      expect(lawful.minimumVotes).toMatchObject({ votes: 20, floor: 10 });
    },
  );

  it('limits nothing outside the national rule', () => {
    const okrug: BudgetPlace = { ...city, level: 'rural-okrug', parentLevel: 'district' };
    const lawful = lawfulRoundValuesOn(
      { place: okrug, potLevels: ['rural-okrug'], year: 2027 },
      ON,
    );
    expect(lawful).toMatchObject({
      scope: { applies: false, reason: 'level-not-named' },
      minimumVotes: null,
      costCap: null,
      group07Floor: null,
    });
  });
});
