import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Actor, actingAs } from '../../registry/officers/actor.js';

const ROLES = ['administrator'];

/**
 * Dead letters belong to no place: the administrator of a topmost territory looks after them.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function lookingAfterDeadLetters(person: SignedIn): Actor {
  const held = person.roles.find(
    ({ role, territoryPath }) => ROLES.includes(role) && territoryPath.length === 1,
  );
  if (!held) throw new DomainError('forbidden', 'identity.role_needed', { roles: ROLES });
  return actingAs(person, ROLES, held.territoryPath);
}
