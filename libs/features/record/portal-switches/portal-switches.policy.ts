import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Actor, actingAs } from '../../registry/officers/actor.js';

const ROLES = ['administrator'];

/**
 * Whoever sets something for all portals: the administrator of a topmost territory, since every place
 * below is touched.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function settingForAll(person: SignedIn): Actor {
  const held = person.roles.find(
    ({ role, territoryPath }) => ROLES.includes(role) && territoryPath.length === 1,
  );
  if (!held) throw new DomainError('forbidden', 'identity.role_needed', { roles: ROLES });
  return actingAs(person, ROLES, held.territoryPath);
}
