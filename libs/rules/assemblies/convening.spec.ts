import { describe, expect, it } from '@jest/globals';
import type { CommunityBody } from './body-kind.js';
import { conveningRuleOn } from './convening-rule.js';
import {
  type Convening,
  assessConvening,
  materialsDueOn,
  requestDecisionBy,
  requestersNeeded,
} from './convening.js';

const DAY = '2026-11-21';
const ruleOf = (body: CommunityBody) => conveningRuleOn(body, DAY, []);

const convening: Convening = {
  convener: { kind: 'akim' },
  noticeOn: '2026-11-21',
  meetingOn: '2026-12-01',
  place: { kk: 'Мәдениет үйі', ru: 'Дом культуры' },
  channels: ['board'],
  agenda: ['budget'],
};

const signatures = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ name: `Member ${place}`, residence: 'Esil 1' }));

const request = (members: number, signed: number, consentOn: string | null = '2026-11-20') => ({
  kind: 'members' as const,
  members,
  signatures: signatures(signed),
  consentOn,
});

const codes = (change: Partial<Convening>, body: CommunityBody = 'assembly') =>
  assessConvening({ ...convening, ...change }, ruleOf(body)).map(({ code }) => code);

describe('notice', () => {
  it.each([
    ['2026-11-21', '2026-11-30', '2026-12-01'],
    ['2026-12-25', '2027-01-03', '2027-01-04'],
    ['2027-02-20', '2027-03-01', '2027-03-02'],
    ['2028-02-20', '2028-02-29', '2028-03-01'],
  ])('from %s: nine days (%s) are short, ten (%s) and eleven are not', (noticeOn, nine, ten) => {
    const short = assessConvening({ ...convening, noticeOn, meetingOn: nine }, ruleOf('assembly'));
    expect(short).toEqual([
      {
        code: 'convening.short_notice',
        field: 'meetingOn',
        details: { earliest: ten, noticeDays: 10 },
      },
    ]);
    expect(codes({ noticeOn, meetingOn: ten })).toEqual([]);
    expect(codes({ noticeOn, meetingOn: `${ten.slice(0, 8)}28` })).toEqual([]);
  });

  it.each([
    ['2026-11-23', ['convening.short_notice']],
    ['2026-11-24', []],
    ['2026-11-25', []],
  ])('an assembly on candidates for akim on %s: %j', (meetingOn, expected) => {
    expect(codes({ meetingOn, agenda: ['akim-candidates'] })).toEqual(expected);
  });

  it('has no short term for a mixed agenda or for a gathering', () => {
    const meetingOn = '2026-11-24';
    const short = ['convening.short_notice'];
    expect(codes({ meetingOn, agenda: ['akim-candidates', 'budget'] })).toEqual(short);
    expect(codes({ meetingOn, agenda: [] })).toEqual(short);
    expect(codes({ meetingOn, agenda: ['akim-candidates'] }, 'gathering')).toEqual(short);
  });

  it('follows a stricter local act and no laxer one', () => {
    const local = (value: number) => [
      {
        key: 'assembly.notice-days' as const,
        value,
        from: '2026-01-01',
        until: null,
        act: 'No 1',
      },
    ];
    expect(conveningRuleOn('assembly', DAY, local(14)).noticeDays).toBe(14);
    expect(conveningRuleOn('assembly', DAY, local(9)).noticeDays).toBe(10);
  });
});

describe('who convenes', () => {
  it.each([
    [3_821, 383],
    [3_820, 382],
    [3_819, 382],
    [10, 1],
    [11, 2],
    [1, 1],
    [0, 1],
  ])('of %i members %i must ask', (members, needed) => {
    expect(requestersNeeded(members, ruleOf('gathering'))).toBe(needed);
  });

  it.each([
    [1, ['convening.too_few_signatures']],
    [2, []],
    [3, []],
  ])('%i of 15 delegates ask for an assembly: %j', (signed, expected) => {
    expect(codes({ convener: request(15, signed, null) })).toEqual(expected);
  });

  it('asks the district akim about a gathering', () => {
    expect(codes({ convener: request(100, 10, null) }, 'gathering')).toEqual([
      'convening.consent_missing',
    ]);
    expect(codes({ convener: request(100, 10) }, 'gathering')).toEqual([]);
  });

  it('leaves a separate gathering to the akim', () => {
    expect(codes({ convener: request(100, 100) }, 'separate-gathering')).toEqual([
      'convening.only_the_akim',
    ]);
  });

  it('does not count a signature without a name or a residence', () => {
    const convener = request(15, 2, null);
    const incomplete = [convener.signatures[0]!, { name: 'Member', residence: ' ' }];
    expect(codes({ convener: { ...convener, signatures: incomplete } })).toEqual([
      'convening.signature_incomplete',
      'convening.too_few_signatures',
    ]);
  });

  it('names all faults at once', () => {
    const faulty = {
      convener: request(100, 9, null),
      meetingOn: '2026-11-20',
      place: { kk: 'Мектеп', ru: '' },
      channels: [' '],
    };
    expect(codes(faulty, 'gathering')).toEqual([
      'convening.too_few_signatures',
      'convening.consent_missing',
      'convening.short_notice',
      'convening.place_missing',
      'convening.no_channel',
    ]);
  });
});

describe('days around a meeting', () => {
  it('has materials five days before an assembly and asks none of a gathering', () => {
    expect(materialsDueOn('2027-01-04', ruleOf('assembly'))).toBe('2026-12-30');
    expect(materialsDueOn('2027-01-04', ruleOf('gathering'))).toBeNull();
  });

  it('gives the akim three working days for a request', () => {
    expect(requestDecisionBy('2026-11-20', ruleOf('assembly'))).toBe('2026-11-25');
    expect(requestDecisionBy('2026-11-20', ruleOf('gathering'))).toBeNull();
  });
});
