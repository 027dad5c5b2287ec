import type { CivilDate } from '#rules/kernel/civil-date.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { isPublic, type PetitionState } from '#rules/petitions/petition-lifecycle.js';
import { isRole, type RoleHolding } from '#rules/registry/roles.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Roles that check petitions and follow those of the state portal. */
const CHECKERS = ['officer', 'maslikhat-secretary'];

/** What decides who may see and check a petition. */
export interface SeenPetition {
  readonly deputyId: string | null;
  readonly state: PetitionState;
  /** KATO codes from the top down to the addressed territory. */
  readonly territoryPath: readonly string[];
}

/** Does the person see the petition? What is not public is its deputy's and the checkers'. */
export function canSee(person: SignedIn | undefined, petition: SeenPetition): boolean {
  if (isPublic(petition.state)) return true;
  if (!person) return false;
  if (person.personId === petition.deputyId) return true;
  return petition.state !== 'draft' && isChecker(person, petition.territoryPath);
}

/**
 * The launching deputy alone edits, submits and withdraws; to others the petition is not there.
 *
 * @throws DomainError not-found `petition.not_found`
 */
export function assertLaunchedBy(person: SignedIn, petition: Pick<SeenPetition, 'deputyId'>): void {
  if (person.personId !== petition.deputyId)
    throw new DomainError('not-found', 'petition.not_found');
}

/**
 * Who may check a petition of a territory: its officers, but never its own deputy.
 *
 * @throws DomainError forbidden `identity.role_needed`, `petition.own_petition`
 */
export function actingAsChecker(
  person: SignedIn,
  petition: Pick<SeenPetition, 'deputyId' | 'territoryPath'>,
): Actor {
  const actor = actingAs(person, CHECKERS, petition.territoryPath);
  if (person.personId === petition.deputyId)
    throw new DomainError('forbidden', 'petition.own_petition');
  return actor;
}

/** The person's roles of today, as the rules on mandates ask about them. */
export function holdingsOf(person: SignedIn, today: CivilDate): readonly RoleHolding[] {
  return person.roles.flatMap(({ role, territory }) =>
    isRole(role) ? [{ role, territory, from: today, until: today }] : [],
  );
}

function isChecker(person: SignedIn, territoryPath: readonly string[]): boolean {
  return person.roles.some(
    ({ role, territory }) => CHECKERS.includes(role) && territoryPath.includes(territory),
  );
}
