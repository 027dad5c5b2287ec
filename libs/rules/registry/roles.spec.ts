import { describe, expect, it } from '@jest/globals';
import { type RoleHolding, assessRoleGrant, hasRole, isHeldOn, isRole } from './roles.js';

const term: RoleHolding = {
  role: 'officer',
  territory: '391000000',
  from: '2026-01-10',
  until: '2026-12-20',
};

describe('isHeldOn', () => {
  it.each([
    ['2026-01-09', false],
    ['2026-01-10', true],
    ['2026-12-20', true],
    ['2026-12-21', false],
  ])('%s → %s', (day, held) => {
    expect(isHeldOn(term, day)).toBe(held);
  });

  it('has no end while none is set', () => {
    expect(isHeldOn({ ...term, until: null }, '2099-01-01')).toBe(true);
  });
});

describe('hasRole', () => {
  const question = { role: 'officer', territoryPath: ['391035000', '391000000'], on: '2026-05-01' };

  it('finds a holding for the territory or for a unit above it', () => {
    expect(hasRole([term], { ...question, role: 'officer' })).toBe(true);
  });

  it.each([
    ['another role', { ...question, role: 'expert' as const }],
    ['another territory', { ...question, role: 'officer' as const, territoryPath: ['391035000'] }],
    ['another day', { ...question, role: 'officer' as const, on: '2027-05-01' }],
  ])('does not find %s', (_, other) => {
    expect(hasRole([term], other)).toBe(false);
  });
});

describe('assessRoleGrant', () => {
  const grant = { ...term, granteeId: 'a', grantedById: 'b' };

  it('finds nothing wrong with a grant by somebody else', () => {
    expect(assessRoleGrant(grant)).toEqual([]);
    expect(assessRoleGrant({ ...grant, until: grant.from })).toEqual([]);
  });

  it('names all faults at once', () => {
    const faults = assessRoleGrant({ ...grant, grantedById: 'a', until: '2026-01-09' });
    expect(faults.map((fault) => fault.code)).toEqual([
      'role.granted_to_oneself',
      'role.period_reversed',
    ]);
  });
});

describe('isRole', () => {
  it('knows the roles by their code', () => {
    expect(isRole('maslikhat-secretary')).toBe(true);
    expect(isRole('superuser')).toBe(false);
  });
});
