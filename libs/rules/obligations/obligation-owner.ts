import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { Role } from '#rules/registry/roles.js';

/** Duties of one person handed to another during an absence; both days count. */
export interface Delegation {
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** Order of the head, as it calls itself. */
  readonly act: string;
}

/** Posts that somebody else may hold for an absent holder; a seat in a council is held in person. */
export const DELEGABLE_ROLES = [
  'akim',
  'officer',
  'secretary',
  'maslikhat-secretary',
] as const satisfies readonly Role[];

export type DelegableRole = (typeof DELEGABLE_ROLES)[number];

/** `isDelegable('expert') // → false` */
export function isDelegable(role: string): role is DelegableRole {
  return (DELEGABLE_ROLES as readonly string[]).includes(role);
}

/**
 * Who answers for the duties of a person on a day. A delegate who is away in turn hands them on; a
 * circle stays with the person it began with.
 *
 * @example responsibleOn('p1', [{ fromPersonId: 'p1', toPersonId: 'p2', … }], '2026-11-21') // → 'p2'
 */
export function responsibleOn(
  personId: string,
  delegations: readonly Delegation[],
  on: CivilDate,
): string {
  const passed = new Set([personId]);
  let holder = personId;
  for (;;) {
    const next = delegateOf(holder, delegations, on);
    if (next === null) return holder;
    if (passed.has(next)) return personId;
    passed.add(next);
    holder = next;
  }
}

/** All faults of a delegation: another person, a period, an act, and no other one at that time. */
export function assessDelegation(
  delegation: Delegation,
  existing: readonly Delegation[],
): readonly Fault[] {
  const faults: Fault[] = [];
  if (delegation.fromPersonId === delegation.toPersonId)
    faults.push({ code: 'delegation.to_oneself', field: 'toPersonId' });
  if (delegation.until < delegation.from)
    faults.push({ code: 'delegation.period_reversed', field: 'until' });
  if (delegation.act.trim() === '') faults.push({ code: 'delegation.act_missing', field: 'act' });
  if (existing.some((other) => overlaps(other, delegation)))
    faults.push({ code: 'delegation.twice', field: 'from' });
  return faults;
}

/** The fault of handing over days that are past: what was done then was done by its doer. */
export function assessDelegationStart(from: CivilDate, today: CivilDate): readonly Fault[] {
  return from < today ? [{ code: 'delegation.in_the_past', field: 'from' }] : [];
}

function delegateOf(
  personId: string,
  delegations: readonly Delegation[],
  on: CivilDate,
): string | null {
  const found = delegations.find(
    ({ fromPersonId, from, until }) => fromPersonId === personId && from <= on && on <= until,
  );
  return found?.toPersonId ?? null;
}

function overlaps(a: Delegation, b: Delegation): boolean {
  return a.fromPersonId === b.fromPersonId && a.from <= b.until && b.from <= a.until;
}
