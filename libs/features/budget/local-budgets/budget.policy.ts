import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Who draws up a budget: the akimat or the akim's office of the territory, or of a unit above. */
export function asDrafter(person: SignedIn, territoryPath: readonly string[]): Actor {
  return actingAs(person, ['officer', 'akim'], territoryPath);
}

/** The akim of the territory alone gives the conclusion that the law asks for. */
export function asAkim(person: SignedIn, territory: string): Actor {
  return actingAs(person, ['akim'], [territory]);
}

/** Who records what the maslikhat and its commissions do. */
export function asSecretaryOf(person: SignedIn, maslikhat: string): Actor {
  return actingAs(person, ['maslikhat-secretary'], [maslikhat]);
}

/** Deputies propose amendments; their commission's through the secretary. */
export function asAmender(person: SignedIn, maslikhat: string): Actor {
  return actingAs(person, ['deputy', 'maslikhat-secretary'], [maslikhat]);
}
