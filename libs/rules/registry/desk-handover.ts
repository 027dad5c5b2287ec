import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import type { Role, RoleHolding } from './roles.js';

/** Posts that are a desk: something stays open on it when its holder leaves. */
export const DESK_ROLES = [
  'akim',
  'officer',
  'secretary',
  'maslikhat-secretary',
  'clerk',
] as const satisfies readonly Role[];

export type DeskRole = (typeof DESK_ROLES)[number];

/** Who leaves a desk, who takes it over, and by which act. */
export interface DeskHandover {
  readonly holding: RoleHolding;
  readonly outgoingId: string;
  readonly incomingId: string;
  /** The order or decision by which the official changes, as it calls itself. */
  readonly ground: string;
  /** Does the incoming one hold the same post there already? */
  readonly isHeldByIncoming: boolean;
}

const APPOINTERS: Readonly<Record<DeskRole, readonly Role[]>> = {
  akim: ['administrator'],
  officer: ['akim', 'administrator'],
  secretary: ['administrator'],
  'maslikhat-secretary': ['administrator'],
  clerk: ['akim', 'administrator'],
};

/**
 * Roles that put an official at a desk, held there or above. A habit of the product: an akim staffs
 * the akim's own office; everything else is entered by the administrator from the act of whoever
 * appoints or elects by law.
 *
 * @example appointersOf('officer') // → ['akim', 'administrator']
 */
export function appointersOf(role: DeskRole): readonly Role[] {
  return APPOINTERS[role];
}

/** `isDeskRole('expert') // → false` */
export function isDeskRole(role: string): role is DeskRole {
  return (DESK_ROLES as readonly string[]).includes(role);
}

/** All faults of a hand-over: a desk held now and since before today, another person, an act. */
export function assessHandover(
  { holding, outgoingId, incomingId, ground, isHeldByIncoming }: DeskHandover,
  today: CivilDate,
): readonly Fault[] {
  const faults: Fault[] = [];
  const isOver = holding.until !== null && holding.until < today;
  if (isOver) faults.push({ code: 'handover.not_held' });
  // A role is held for whole days: one that began today has no day before the hand-over to end on.
  if (holding.from >= today) faults.push({ code: 'handover.began_today' });
  if (outgoingId === incomingId) faults.push({ code: 'handover.to_oneself', field: 'iin' });
  else if (isHeldByIncoming) faults.push({ code: 'handover.held_already', field: 'iin' });
  if (ground.trim() === '') faults.push({ code: 'handover.ground_missing', field: 'ground' });
  return faults;
}
