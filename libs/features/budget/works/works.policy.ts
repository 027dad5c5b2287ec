import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

export const BUILDERS = ['officer', 'akim'];

/**
 * The akimat of the project's place, or of a unit above it, builds.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function actingAsBuilder(
  person: SignedIn,
  { territoryPath }: { readonly territoryPath: readonly string[] },
): Actor {
  return actingAs(person, BUILDERS, territoryPath);
}

export function canBuild(
  person: SignedIn | undefined,
  { territoryPath }: { readonly territoryPath: readonly string[] },
): boolean {
  return (person?.roles ?? []).some(
    ({ role, territory }) => BUILDERS.includes(role) && territoryPath.includes(territory),
  );
}

/**
 * Whoever lives in the place or anywhere below the round's unit sees what is built there.
 *
 * @throws DomainError forbidden `resident-report.not_from_here`
 */
export function assertLivesHere(person: SignedIn, roundTerritory: string): void {
  const resident = person.roles.find(({ role }) => role === 'resident');
  if (!resident?.territoryPath.includes(roundTerritory))
    throw new DomainError('forbidden', 'resident-report.not_from_here');
}
