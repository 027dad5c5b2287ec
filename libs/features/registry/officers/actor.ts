import { roleRefusal } from '#platform/identity/role-refusal.js';
import type { HeldRole, SignedIn } from '#platform/identity/signed-in.js';

/** A person acting in office: who, in which role, on whose territory. */
export interface Actor {
  readonly personId: string;
  readonly role: string;
  readonly post: { readonly kk: string; readonly ru: string };
  readonly territory: string;
}

/**
 * The role that entitles a person to act on a territory: held for it or for a unit above it.
 *
 * @param territoryPath KATO codes from the top down to the territory acted on
 * @throws DomainError forbidden `identity.role_needed`, or `identity.staff_proof_needed`
 */
export function actingAs(
  person: SignedIn,
  roles: readonly string[],
  territoryPath: readonly string[],
): Actor {
  const wouldDo = (candidate: HeldRole): boolean =>
    roles.includes(candidate.role) && territoryPath.includes(candidate.territory);
  const held = person.roles.find(wouldDo);
  if (!held) throw roleRefusal(person, roles, wouldDo);
  return {
    personId: person.personId,
    role: held.role,
    post: postOf(held),
    territory: held.territory,
  };
}

function postOf(held: HeldRole): Actor['post'] {
  return held.post ?? { kk: held.role, ru: held.role };
}
