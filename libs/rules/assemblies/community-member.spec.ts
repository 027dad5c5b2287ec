import { describe, expect, it } from '@jest/globals';
import { valueOn } from '#rules/rulebook/value-on.js';
import { type CommunityPerson, communityStandingOn } from './community-member.js';

const DAY = '2026-11-21';
const AGE = valueOn('community.member-age', DAY);

const member: CommunityPerson = {
  bornOn: '1980-05-05',
  isCitizen: true,
  isPermanentResident: false,
  registeredInUnit: true,
  isIncapable: false,
  inCustody: false,
};

describe('membership of the local community', () => {
  it.each([
    ['2008-11-20', 'member'],
    ['2008-11-21', 'member'],
    ['2008-11-22', 'outside'],
  ])('born on %s: %s', (bornOn, kind) => {
    expect(communityStandingOn(DAY, { ...member, bornOn }, AGE).kind).toBe(kind);
  });

  it('lets a foreigner with permanent residence take part and not decide', () => {
    const foreigner = { ...member, isCitizen: false, isPermanentResident: true };
    expect(communityStandingOn(DAY, foreigner, AGE)).toEqual({ kind: 'participant' });
    const guest = { ...foreigner, isPermanentResident: false };
    expect(communityStandingOn(DAY, guest, AGE)).toEqual({
      kind: 'outside',
      grounds: ['no-permanent-residence'],
    });
  });

  it('gives all grounds at once', () => {
    const outsider = {
      ...member,
      bornOn: '2010-01-01',
      registeredInUnit: false,
      isIncapable: true,
      inCustody: true,
    };
    expect(communityStandingOn(DAY, outsider, AGE)).toEqual({
      kind: 'outside',
      grounds: ['not-registered', 'minor', 'incapable', 'in-custody'],
    });
  });
});
