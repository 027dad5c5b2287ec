import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** The akimat may be who presses: cases are the auditor's alone. */
export const PRESSURE_READERS = ['auditor'] as const;

/** @throws DomainError forbidden `identity.role_needed` */
export function actingOnPressureReports(person: SignedIn, territoryPath: readonly string[]): Actor {
  return actingAs(person, PRESSURE_READERS, territoryPath);
}

/** Territories whose cases a person may read. */
export function territoriesOfReader(person: SignedIn): string[] {
  return person.roles
    .filter(({ role }) => (PRESSURE_READERS as readonly string[]).includes(role))
    .map((held) => held.territory);
}
