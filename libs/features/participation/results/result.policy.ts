import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Who closes a round, repeats its count, draws lots and publishes: the akimat's officers. */
export function actingOnCounts(person: SignedIn, territoryPath: readonly string[]): Actor {
  return actingAs(person, ['officer'], territoryPath);
}

/** Who records the Expert Council's decision on a result: its members or the akimat's officers. */
export function actingForCouncil(person: SignedIn, territoryPath: readonly string[]): Actor {
  return actingAs(person, ['expert', 'officer'], territoryPath);
}
