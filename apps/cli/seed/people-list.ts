import { DEMO_OFFICE_HOLDERS } from '#features/registry/demo-town/demo-office-holders.js';
import { DEMO_PEOPLE } from '#features/registry/demo-town/demo-people.js';
import type { DemoPerson } from '#features/registry/demo-town/demo-person.js';
import { DEMO_RESIDENTS } from '#features/registry/demo-town/demo-residents.js';

export interface ListedPerson {
  readonly iin: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly territory: string }[];
  readonly territory: string;
}

/** Everybody in the demo town as the command lists them; all of it is invented. */
export function listPeople(): ListedPerson[] {
  return DEMO_PEOPLE.map((person) => ({
    iin: person.iin,
    name: [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' '),
    roles: [
      { role: 'resident', territory: person.territory },
      ...person.roles.map(({ role, territory }) => ({ role, territory })),
    ],
    territory: person.territory,
  }));
}

/** One line a person in office and two residents a place, for a terminal. */
export function peopleTable(): string {
  const listed = [...DEMO_OFFICE_HOLDERS, ...DEMO_RESIDENTS.filter(isFirstOrUnderAge)];
  return listed
    .map((person) => [person.iin, nameOf(person).padEnd(24), postOf(person)].join('  '))
    .join('\n');
}

function isFirstOrUnderAge(person: DemoPerson, place: number): boolean {
  return DEMO_RESIDENTS[place - 1]?.territory !== person.territory || isUnderAge(person);
}

function isUnderAge({ bornOn }: DemoPerson): boolean {
  return bornOn > '2010';
}

function nameOf({ familyName, givenName }: DemoPerson): string {
  return `${familyName} ${givenName}`;
}

function postOf(person: DemoPerson): string {
  const [held] = person.roles;
  if (held) return `${held.role} ${held.territory}`;
  return `resident ${person.territory}${isUnderAge(person) ? ', under 18' : ''}`;
}
