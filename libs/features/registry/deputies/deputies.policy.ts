import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../officers/actor.js';

/**
 * The register of a maslikhat is kept by its own secretary; the one of a maslikhat above has no
 * say in it.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function actingAsSecretary(person: SignedIn, territory: string): Actor {
  return actingAs(person, ['maslikhat-secretary'], [territory]);
}

/**
 * How residents reach a deputy is changed by the deputy or by the secretary.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function actingForReception(
  person: SignedIn,
  { deputyId, territory }: { readonly deputyId: string; readonly territory: string },
): Actor {
  if (person.personId !== deputyId) return actingAsSecretary(person, territory);
  return actingAs(person, ['deputy'], [territory]);
}

/** Is the person a deputy of this maslikhat today? */
export function isDeputyOf(person: SignedIn, territory: string): boolean {
  return person.roles.some((held) => held.role === 'deputy' && held.territory === territory);
}

/**
 * The deputy of a maslikhat, acting as one.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function assertDeputyOf(person: SignedIn, territory: string): void {
  if (!isDeputyOf(person, territory))
    throw new DomainError('forbidden', 'identity.role_needed', { roles: ['deputy'] });
}
