import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';

/** Roles, each held for a territory and a period. */
export const ROLES = [
  'resident',
  'deputy',
  'officer',
  'expert',
  'secretary',
  'maslikhat-secretary',
  'akim',
  'auditor',
  'clerk',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** A role in somebody's hands: from a day until a day, both included; `until` null has no end yet. */
export interface RoleHolding {
  readonly role: Role;
  /** KATO code of the territory that the role is held for. */
  readonly territory: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** Which role is asked about, where and when. */
export interface RoleQuestion {
  readonly role: Role;
  /** Codes of the territory and of every unit above it, in any sequence. */
  readonly territoryPath: readonly string[];
  readonly on: CivilDate;
}

/** A role about to be given. */
export interface RoleGrant extends RoleHolding {
  readonly granteeId: string;
  readonly grantedById: string;
}

/** `isRole('auditor') // → true` */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/**
 * Is the role held on this day? The first and the last day count.
 *
 * @example isHeldOn({ role: 'deputy', territory: '391000000', from: '2026-01-01', until: null }, '2026-11-21') // → true
 */
export function isHeldOn(holding: RoleHolding, on: CivilDate): boolean {
  return holding.from <= on && (holding.until === null || on <= holding.until);
}

/** Does somebody with these holdings have the role there on that day, or for a unit above? */
export function hasRole(holdings: readonly RoleHolding[], question: RoleQuestion): boolean {
  return holdings.some(
    (holding) =>
      holding.role === question.role &&
      question.territoryPath.includes(holding.territory) &&
      isHeldOn(holding, question.on),
  );
}

/**
 * All faults of giving a role: nobody gives one to oneself, and a period ends after it begins.
 *
 * @example assessRoleGrant(grant) // → [{ code: 'role.granted_to_oneself' }]
 */
export function assessRoleGrant(grant: RoleGrant): readonly Fault[] {
  const faults: Fault[] = [];
  if (grant.granteeId === grant.grantedById) faults.push({ code: 'role.granted_to_oneself' });
  if (grant.until !== null && grant.until < grant.from) {
    faults.push({ code: 'role.period_reversed', field: 'until' });
  }
  return faults;
}
