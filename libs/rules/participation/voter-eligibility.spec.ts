import { describe, expect, it } from '@jest/globals';
import { type VoterRecord, assessVoter, potsOpenTo } from './voter-eligibility.js';

const RULE = { territory: '391000000', voterAge: 18 };
const ON = '2027-04-14';
const voter: VoterRecord = {
  bornOn: '1985-04-15',
  registration: {
    territoryPath: ['390000000', '391000000', '391010000'],
    from: '2020-01-01',
    until: null,
  },
};

function codesOf(record: VoterRecord, on = ON): readonly string[] {
  return assessVoter(record, RULE, on).map((refusal) => refusal.code);
}

describe('assessVoter', () => {
  it.each<[string, readonly string[]]>([
    ['2009-04-15', ['voter.under_age']],
    ['2009-04-14', []],
    ['2009-04-13', []],
    ['1916-04-15', []],
    ['1916-04-14', ['voter.age_implausible']],
  ])('born on %s → %j', (bornOn, codes) => {
    expect(codesOf({ ...voter, bornOn })).toEqual(codes);
  });

  it.each([
    ['2027-04-15', null, ['voter.not_registered_that_day']],
    ['2027-04-14', null, []],
    ['2020-01-01', '2027-04-14', []],
    ['2020-01-01', '2027-04-13', ['voter.not_registered_that_day']],
  ])('registered from %s until %s → %j', (from, until, codes) => {
    const registration = { territoryPath: ['391000000'], from, until };
    expect(codesOf({ ...voter, registration })).toEqual(codes);
  });

  it('tells every reason with its own way out', () => {
    const registration = { territoryPath: ['392000000'], from: '2020-01-01', until: null };
    expect(assessVoter({ bornOn: '2015-01-01', registration }, RULE, ON)).toEqual([
      { code: 'voter.under_age', wayOut: 'wait-until-adult', details: { voterAge: 18 } },
      {
        code: 'voter.registered_elsewhere',
        wayOut: 'vote-where-registered',
        details: { territory: '391000000' },
      },
    ]);
  });

  it('sends to the desk whomever the register does not know', () => {
    expect(assessVoter({ ...voter, registration: null }, RULE, ON)).toMatchObject([
      { code: 'voter.registration_unknown', wayOut: 'visit-desk' },
    ]);
  });
});

describe('potsOpenTo', () => {
  it('opens the pots of the city and of one’s own district', () => {
    expect(potsOpenTo(['391000000', '391010000'], ['391000000', '391010000', '391020000'])).toEqual(
      ['391000000', '391010000'],
    );
  });
});
