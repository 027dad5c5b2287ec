import type { SignedIn } from '#platform/identity/signed-in.js';

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly territory: string }[];
  readonly territory: string | null;
}

/** A signed-in person as programs see it: first name and initial, never the IIN. */
export function presentPerson(person: SignedIn): PersonView {
  return {
    id: person.personId,
    name: person.name,
    roles: person.roles.map(({ role, territory }) => ({ role, territory })),
    territory: person.territory,
  };
}
