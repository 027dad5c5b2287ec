import type { MinutesState } from '#rules/assemblies/minutes-lifecycle.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** Roles that see minutes before they are published. */
const INSIDERS = ['secretary', 'akim', 'officer', 'maslikhat-secretary', 'auditor'];

/** What decides who may see minutes. */
export interface SeenMinutes {
  readonly state: MinutesState;
  readonly territoryPath: readonly string[];
  readonly bodyId: string | null;
}

/** Does the person see them? What is not published is for the secretary, the akim and the members. */
export function canSeeMinutes(
  person: SignedIn | undefined,
  minutes: SeenMinutes,
  seats: readonly { readonly bodyId: string }[],
): boolean {
  if (minutes.state === 'published') return true;
  if (!person) return false;
  if (seats.some(({ bodyId }) => bodyId === minutes.bodyId)) return true;
  return person.roles.some(
    ({ role, territory }) => INSIDERS.includes(role) && minutes.territoryPath.includes(territory),
  );
}
