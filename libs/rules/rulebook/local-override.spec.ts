import { describe, expect, it } from '@jest/globals';
import { fraction } from '#rules/kernel/fraction.js';
import { type LocalOverride, assessLocalOverride, valueForTerritoryOn } from './local-override.js';
import { overrideLimitOf } from './override-limits.js';

const minimum: LocalOverride = {
  key: 'participation.minimum-votes.oblast-centre',
  value: 50,
  from: '2026-07-01',
  until: null,
  act: 'Resolution of the akimat No 12 of 2026-06-20',
};

function codesOf(override: LocalOverride): readonly string[] {
  return assessLocalOverride(override).map((fault) => fault.code);
}

describe('assessLocalOverride', () => {
  it.each<[LocalOverride['key'], LocalOverride['value'], readonly string[]]>([
    ['participation.minimum-votes.oblast-centre', 19, ['override.below_national']],
    ['participation.minimum-votes.oblast-centre', 20, []],
    ['participation.minimum-votes.oblast-centre', 21, []],
    ['participation.cost-cap.oblast-city', 14_999, []],
    ['participation.cost-cap.oblast-city', 15_000, []],
    ['participation.cost-cap.oblast-city', 15_001, ['override.above_national']],
    ['participation.voting-until', '04-23', []],
    ['participation.voting-until', '04-24', []],
    ['participation.voting-until', '04-25', ['override.above_national']],
    ['participation.intake-until', '02-28', ['override.below_national']],
    ['participation.intake-until', '03-01', []],
    ['participation.group-07-floor.oblast-city', fraction(9n, 100n), ['override.below_national']],
    ['participation.group-07-floor.oblast-city', fraction(10n, 100n), []],
    ['participation.group-07-floor.oblast-city', fraction(11n, 100n), []],
    ['mci', 432_501n, ['override.fixed_by_law']],
    ['participation.projects-per-ballot', 1, []],
  ])('%s = %s → %j', (key, value, codes) => {
    expect(codesOf({ ...minimum, key, value })).toEqual(codes);
  });

  it('says what the national value is and where it stands', () => {
    expect(assessLocalOverride({ ...minimum, value: 19 })).toEqual([
      {
        code: 'override.below_national',
        field: 'value',
        details: {
          key: 'participation.minimum-votes.oblast-centre',
          national: '20',
          source: { act: 'budget-planning-rules', point: '83', redaction: '2026-07-01' },
        },
      },
    ]);
  });

  it('names all faults at once', () => {
    expect(codesOf({ ...minimum, value: 1, act: ' ', until: '2026-06-30' })).toEqual([
      'override.act_missing',
      'override.period_reversed',
      'override.below_national',
    ]);
  });
});

describe('valueForTerritoryOn', () => {
  const key = 'participation.minimum-votes.oblast-centre';

  it('takes the local value while it is in force', () => {
    const override = { ...minimum, until: '2026-12-31' };
    expect(valueForTerritoryOn(key, '2026-12-31', [override])).toMatchObject({
      basis: 'local',
      value: 50,
    });
    expect(valueForTerritoryOn(key, '2027-01-01', [override])).toMatchObject({
      basis: 'national',
      value: 20,
    });
  });

  it('never takes a local value that breaks the national rule', () => {
    expect(valueForTerritoryOn(key, '2026-12-01', [{ ...minimum, value: 5 }])).toMatchObject({
      basis: 'national',
      value: 20,
    });
  });

  it('does not mix keys', () => {
    expect(
      valueForTerritoryOn('participation.minimum-votes.other-settlement', '2026-12-01', [minimum]),
    ).toMatchObject({ basis: 'national', value: 10 });
  });

  it('says when the law is silent', () => {
    expect(
      valueForTerritoryOn('participation.appeal-working-days', '2026-12-01', []),
    ).toMatchObject({ basis: 'default' });
    expect(overrideLimitOf('participation.appeal-working-days')).toBe('free');
  });
});
