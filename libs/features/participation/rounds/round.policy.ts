import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Who may set up, change, copy, freeze and extend a round of a territory: its akimat's officers. */
export function actingOnRounds(person: SignedIn, territoryPath: readonly string[]): Actor {
  return actingAs(person, ['officer'], territoryPath);
}
