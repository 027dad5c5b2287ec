import { appointersOf, type DeskRole } from '#rules/registry/desk-handover.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Who puts an official at this desk. */
export function asAppointer(
  person: SignedIn,
  { role, territoryPath }: { readonly role: DeskRole; readonly territoryPath: readonly string[] },
): Actor {
  return actingAs(person, appointersOf(role), territoryPath);
}
