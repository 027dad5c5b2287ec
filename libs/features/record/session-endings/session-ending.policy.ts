import { roleRefusal } from '#platform/identity/role-refusal.js';
import type { HeldRole, SignedIn } from '#platform/identity/signed-in.js';
import { type Actor, actingAs } from '../../registry/officers/actor.js';

const ROLES = ['administrator'];

/**
 * Who may sign others out: the administrator of a place a person who lives there, the one of a
 * topmost territory everybody.
 *
 * @param home units of the person's place of registration; null for everybody
 * @throws DomainError forbidden `identity.role_needed`, or `identity.staff_proof_needed`
 */
export function endingSessionsOf(person: SignedIn, home: readonly string[] | null): Actor {
  if (home) return actingAs(person, ROLES, home);
  const held = person.roles.find(isOverEverybody);
  if (!held) throw roleRefusal(person, ROLES, isOverEverybody);
  return actingAs(person, ROLES, held.territoryPath);
}

function isOverEverybody({ role, territoryPath }: HeldRole): boolean {
  return ROLES.includes(role) && territoryPath.length === 1;
}
