import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Actor, actingAs } from '../../../registry/officers/actor.js';

/** Who moves that ballots are set aside or brought back: an auditor of the place. */
export function movingQuarantine(person: SignedIn, territoryPath: readonly string[]): Actor {
  return actingAs(person, ['auditor'], territoryPath);
}

/** Who decides on such a motion: anybody who counts or audits there, but who moved it. */
export function decidingQuarantine(person: SignedIn, territoryPath: readonly string[]): Actor {
  return actingAs(person, ['officer', 'auditor'], territoryPath);
}
