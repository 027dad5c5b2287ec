import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Actor, actingAs } from '../../registry/officers/actor.js';

/** Who may open the ballots of a round whose voters were promised that nobody can prove a choice. */
export function actingOnSealedOpenings(person: SignedIn, territoryPath: readonly string[]): Actor {
  return actingAs(person, ['auditor'], territoryPath);
}
