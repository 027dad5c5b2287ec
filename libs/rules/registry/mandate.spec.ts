import { describe, expect, it } from '@jest/globals';
import { reportYears } from './deputy-report.js';
import {
  assessMandate,
  assessMandateEnd,
  assessRecall,
  isMandateHeldOn,
  type PlannedMandate,
  vacantSeats,
} from './mandate.js';

const term = { from: '2023-03-19', until: '2028-03-18' };

const lawful: PlannedMandate = {
  ...term,
  bornOn: '1980-05-08',
  seat: 1,
  party: null,
  constituency: { kind: 'single-mandate', seats: 1 },
  convocation: term,
};

const codesOf = (changes: Partial<PlannedMandate>) =>
  assessMandate({ ...lawful, ...changes }, 20).map(({ code }) => code);

describe('isMandateHeldOn', () => {
  it.each([
    ['2023-03-18', false],
    ['2023-03-19', true],
    ['2028-03-18', true],
    ['2028-03-19', false],
  ])('%s → %s', (day, held) => {
    expect(isMandateHeldOn(term, day)).toBe(held);
  });
});

describe('assessMandate', () => {
  it.each([
    ['2003-03-20', ['mandate.under_age']],
    ['2003-03-19', []],
    ['2003-03-18', []],
  ])('of somebody born on %s says %j', (bornOn, codes) => {
    expect(codesOf({ bornOn })).toEqual(codes);
  });

  it.each([
    [0, ['mandate.seat_unknown']],
    [1, []],
    [2, ['mandate.seat_unknown']],
  ])('on seat %i of one says %j', (seat, codes) => {
    expect(codesOf({ seat })).toEqual(codes);
  });

  it.each([
    ['2023-03-18', '2028-03-18', ['mandate.outside_term']],
    ['2023-03-19', '2028-03-18', []],
    ['2023-03-19', '2028-03-19', ['mandate.outside_term']],
    ['2024-01-02', '2024-01-01', ['mandate.period_reversed']],
  ])('from %s until %s says %j', (from, until, codes) => {
    expect(codesOf({ from, until })).toEqual(codes);
  });

  it('asks for the party of a deputy from a list', () => {
    const constituency = { kind: 'party-list', seats: 3 } as const;
    expect(codesOf({ constituency })).toEqual(['mandate.party_missing']);
    expect(codesOf({ constituency, party: 'AMANAT' })).toEqual([]);
  });
});

describe('assessMandateEnd', () => {
  const end = { mandate: term, kind: 'party-list', ground: 'resigned', act: '№ 3' } as const;

  it.each([
    ['2023-03-18', ['mandate.end_outside']],
    ['2023-03-19', []],
    ['2028-03-18', []],
    ['2028-03-19', ['mandate.end_outside']],
  ])('on %s says %j', (until, codes) => {
    expect(assessMandateEnd({ ...end, until }).map(({ code }) => code)).toEqual(codes);
  });

  it('knows no recall of a deputy from a list, and asks for the act', () => {
    const recalled = { ...end, until: '2026-01-01', ground: 'recalled', act: ' ' } as const;
    expect(assessMandateEnd(recalled).map(({ code }) => code)).toEqual([
      'mandate.end_act_missing',
      'mandate.recall_of_party_list',
    ]);
    expect(assessRecall('single-mandate')).toEqual([]);
  });
});

describe('vacantSeats', () => {
  const mandates = [
    { seat: 1, from: '2023-03-19', until: '2025-06-30' },
    { seat: 3, from: '2023-03-19', until: '2028-03-18' },
  ];

  it.each([
    ['2025-06-30', [2]],
    ['2025-07-01', [1, 2]],
  ])('on %s are %j', (day, seats) => {
    expect(vacantSeats(3, mandates, day)).toEqual(seats);
  });
});

describe('reportYears', () => {
  it('lists the years of the mandate, the newest first', () => {
    expect(reportYears(term, [2023], '2025-01-01')).toEqual([
      { year: 2025, state: 'not-yet' },
      { year: 2024, state: 'missing' },
      { year: 2023, state: 'reported' },
    ]);
  });

  it('ends with the mandate and is empty before it', () => {
    const over = { from: '2023-03-19', until: '2024-02-01' };
    expect(reportYears(over, [2023, 2024], '2026-05-01').map(({ year }) => year)).toEqual([
      2024, 2023,
    ]);
    expect(reportYears(term, [], '2022-12-31')).toEqual([]);
  });
});
