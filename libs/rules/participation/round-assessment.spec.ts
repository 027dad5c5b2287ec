import { describe, expect, it } from '@jest/globals';
import { tenge } from '#rules/kernel/money.js';
import { lawfulRoundValuesOn } from './lawful-round-values.js';
import type { BudgetPlace } from './national-scope.js';
import { assessRound } from './round-assessment.js';
import type { RoundDays, RoundDraft, RoundPot } from './round-draft.js';

const CITY = '391000000';
const place: BudgetPlace = {
  level: 'oblast-city',
  parentLevel: 'oblast',
  hasCityDistricts: false,
  isOblastCentre: true,
  isDistrictCentre: false,
  population: 240_000,
};
const okrug: BudgetPlace = { ...place, level: 'rural-okrug', parentLevel: 'district' };
const pot: RoundPot = {
  territory: CITY,
  level: 'oblast-city',
  territoryPath: ['390000000', CITY],
  amountTiyn: tenge(800_000_000),
};
const days: RoundDays = {
  intakeFrom: '2027-01-20',
  intakeUntil: '2027-03-01',
  reviewUntil: '2027-04-05',
  votingFrom: '2027-04-06',
  votingUntil: '2027-04-23',
  decisionBy: '2027-04-30',
};
const draft: RoundDraft = {
  territory: CITY,
  title: { kk: 'Халық қатысатын бюджет 2027', ru: 'Бюджет народного участия 2027' },
  pots: [pot],
  ballot: { kind: 'approval', min: 1, max: 3 },
  minimumVotes: 20,
  costCapTiyn: null,
  calendar: {
    intakeFrom: 1,
    intakeUntil: 2,
    reviewUntil: 3,
    votingFrom: 3,
    votingUntil: 4,
    decisionBy: 5,
  },
  days,
  ownCalendarAct: null,
  group07SpendingTiyn: tenge(8_000_000_000),
};

function assess(changes: Partial<RoundDraft>, at = place) {
  const changed = { ...draft, ...changes };
  const potLevels = changed.pots.map(({ level }) => level);
  const lawful = lawfulRoundValuesOn({ place: at, potLevels, year: 2027 }, '2026-11-21');
  const { faults, warnings } = assessRound(changed, lawful);
  return {
    faults: faults.map(({ code }) => code),
    warnings: warnings.map(({ code }) => code),
    details: faults[0]?.details,
  };
}

describe('a round set up within the law', () => {
  it('has neither faults nor warnings', () => {
    expect(assess({})).toMatchObject({ faults: [], warnings: [] });
  });

  it('needs a title in both official languages', () => {
    expect(assess({ title: { kk: 'Кезең', ru: '' } }).faults).toEqual(['round.title_missing']);
  });

  it('needs its instants in sequence and a ballot that can be cast', () => {
    const calendar = { ...draft.calendar, votingUntil: 3 };
    const ballot = { kind: 'approval', min: 1, max: 0 } as const;
    expect(assess({ calendar, ballot }).faults).toEqual([
      'round.dates_out_of_sequence',
      'round.ballot_max_invalid',
    ]);
  });
});

describe('the days of a round', () => {
  it.each<[Partial<RoundDays>, readonly string[]]>([
    [{ intakeFrom: '2027-01-19' }, []],
    [{ intakeFrom: '2027-01-21' }, ['round.window_shorter_than_law']],
    [{ intakeUntil: '2027-02-26' }, ['round.window_shorter_than_law']],
    [{ intakeUntil: '2027-03-02' }, []],
    [{ reviewUntil: '2027-04-02' }, []],
    [{ reviewUntil: '2027-04-06' }, ['round.later_than_law']],
    [{ votingFrom: '2027-04-19' }, []],
    [{ votingUntil: '2027-04-24' }, []],
    [{ votingUntil: '2027-04-26' }, ['round.later_than_law']],
    [{ decisionBy: '2027-04-29' }, []],
    [{ decisionBy: '2027-05-04' }, ['round.later_than_law']],
  ])('%j → %j', (changes, codes) => {
    expect(assess({ days: { ...days, ...changes } }).faults).toEqual(codes);
  });

  it('say what the law has and where', () => {
    expect(assess({ days: { ...days, votingUntil: '2027-04-26' } }).details).toEqual({
      given: '2027-04-26',
      lawful: '2027-04-24',
      source: { act: 'budget-planning-rules', point: '82', redaction: '2026-07-01' },
    });
  });

  it('may depart from the national calendar by an act of the city, for everybody to see', () => {
    const changed = { days: { ...days, votingUntil: '2027-04-26' }, ownCalendarAct: '№ 3/12' };
    expect(assess(changed)).toMatchObject({ faults: [], warnings: ['round.later_than_law'] });
  });

  it('are free outside the national rule', () => {
    const autumn = { ...days, votingUntil: '2027-09-24', decisionBy: '2027-09-30' };
    expect(assess({ days: autumn }, okrug)).toMatchObject({
      faults: [],
      warnings: ['round.outside_national_rule'],
    });
  });

  it('warn of days off and of years without a known calendar', () => {
    expect(assess({ days: { ...days, votingUntil: '2027-04-24' } }).warnings).toEqual([
      'round.not_a_working_day',
    ]);
    expect(assess({ days: { ...days, decisionBy: '2028-01-10' } }, okrug).warnings).toEqual([
      'round.calendar_year_unknown',
      'round.outside_national_rule',
    ]);
    expect(assess({ days: { ...days, decisionBy: '2027-12-31' } }, okrug).warnings).toEqual([
      'round.outside_national_rule',
    ]);
  });
});

describe('the money of a round', () => {
  it.each<[string, readonly RoundPot[], readonly string[]]>([
    ['none', [], ['round.pots_missing', 'round.money_below_floor']],
    [
      'an empty pot',
      [pot, { ...pot, territory: '391010000', amountTiyn: 0n }],
      ['round.pot_not_positive'],
    ],
    [
      'a negative pot',
      [pot, { ...pot, territory: '391010000', amountTiyn: -1n }],
      ['round.pot_not_positive', 'round.money_below_floor'],
    ],
    ['a pot twice', [pot, pot], ['round.pot_twice']],
    ['a strange pot', [{ ...pot, territoryPath: ['390000000'] }], ['round.pot_outside_territory']],
  ])('%s → faults', (_, pots, codes) => {
    expect(assess({ pots }).faults).toEqual(codes);
  });

  it.each([
    [tenge(8_000_000_000) - 1n, []],
    [tenge(8_000_000_000), []],
    [tenge(8_000_000_000) + 1n, ['round.money_below_floor']],
  ])('against a yearly spending of %s tiyn in group 07', (group07SpendingTiyn, codes) => {
    expect(assess({ group07SpendingTiyn }).faults).toEqual(codes);
  });

  it('cannot be compared while the spending is not given', () => {
    expect(assess({ group07SpendingTiyn: null })).toMatchObject({
      faults: [],
      warnings: ['round.group_07_unknown'],
    });
  });

  it.each([
    [tenge(64_875_000) - 1n, []],
    [tenge(64_875_000), []],
    [tenge(64_875_000) + 1n, ['round.cost_cap_above_law']],
    [0n, ['round.cost_cap_not_positive']],
  ])('with a cap of its own of %s tiyn', (costCapTiyn, codes) => {
    expect(assess({ costCapTiyn }).faults).toEqual(codes);
  });

  it('may have any cap outside the national rule', () => {
    expect(assess({ costCapTiyn: tenge(10 ** 12) }, okrug).faults).toEqual([]);
  });
});

describe('the least votes of a winner', () => {
  it.each([
    [19, ['round.minimum_votes_below_law'], []],
    [20, [], []],
    [21, [], []],
    [-1, ['round.minimum_votes_invalid'], []],
    [20.5, ['round.minimum_votes_invalid'], []],
  ])('in an oblast centre: %d → %j', (minimumVotes, faults, warnings) => {
    expect(assess({ minimumVotes })).toMatchObject({ faults, warnings });
  });

  it.each([
    [9, ['round.minimum_votes_below_law'], []],
    [10, [], ['round.minimum_votes_ambiguous']],
    [19, [], ['round.minimum_votes_ambiguous']],
    [20, [], []],
  ])('in a district of a republican city: %d → %j, %j', (minimumVotes, faults, warnings) => {
    const district = { ...place, level: 'city-district', parentLevel: 'republican-city' } as const;
    expect(
      assess({ minimumVotes, pots: [{ ...pot, level: 'city-district' }] }, district),
    ).toMatchObject({ faults, warnings });
  });

  it('may be none outside the national rule', () => {
    expect(assess({ minimumVotes: 0 }, okrug).faults).toEqual([]);
  });
});

describe('the reach of the national rule', () => {
  it('does not cover a pot of the whole city beside those of its districts', () => {
    const divided = { ...place, hasCityDistricts: true };
    const district: RoundPot = {
      territory: '391010000',
      level: 'city-district',
      territoryPath: [CITY, '391010000'],
      amountTiyn: tenge(1),
    };
    expect(assess({ pots: [pot, district] }, divided)).toMatchObject({
      faults: [],
      warnings: ['round.pot_outside_national_rule'],
    });
  });
});
