import type { PetitionBody } from '#rules/petitions/addressee.js';
import { isSignedHere, type PetitionKind } from '#rules/petitions/petition-kind.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Who heads each body; the Government's decision is taken elsewhere and only noted here. */
const HEADS: Readonly<Record<PetitionBody, readonly string[]>> = {
  maslikhat: ['maslikhat-secretary'],
  akimat: ['akim'],
  'akim-office': ['akim'],
  government: [],
};

/** Who prepares an answer: the head, and those who work for the head or above. */
const PREPARERS = ['officer', 'akim', 'maslikhat-secretary'];

/** What decides who may answer a petition. */
export interface AddressedPetition {
  readonly kind: PetitionKind;
  readonly body: PetitionBody;
  readonly territory: string;
  /** KATO codes from the top down to that territory. */
  readonly territoryPath: readonly string[];
}

/**
 * Who signs the answer: the head of the addressed body of that very territory. The decision on a
 * statutory petition is taken and published on the state portal: an officer notes it.
 *
 * @throws DomainError forbidden `identity.role_needed`, `petition-answer.not_the_addressee`
 */
export function actingAsAddressee(person: SignedIn, petition: AddressedPetition): Actor {
  if (!isSignedHere(petition.kind)) return actingAsPreparer(person, petition);
  const heads = HEADS[petition.body];
  if (!person.roles.some(({ role }) => heads.includes(role)))
    throw new DomainError('forbidden', 'identity.role_needed', { roles: heads });
  if (!mayAnswer(person, petition))
    throw new DomainError('forbidden', 'petition-answer.not_the_addressee');
  const own = person.roles.filter(({ territory }) => territory === petition.territory);
  return actingAs({ ...person, roles: own }, heads, [petition.territory]);
}

/** Who announces the public discussion: those who prepare the answer. */
export function actingAsPreparer(person: SignedIn, petition: AddressedPetition): Actor {
  return actingAs(person, PREPARERS, petition.territoryPath);
}

/** For the doors of a page: is it this person who answers? */
export function mayAnswer(person: SignedIn, petition: AddressedPetition): boolean {
  if (!isSignedHere(petition.kind)) return mayPrepare(person, petition);
  const heads = HEADS[petition.body];
  return person.roles.some(
    ({ role, territory }) => heads.includes(role) && territory === petition.territory,
  );
}

export function mayPrepare(person: SignedIn, { territoryPath }: AddressedPetition): boolean {
  return person.roles.some(
    ({ role, territory }) => PREPARERS.includes(role) && territoryPath.includes(territory),
  );
}
