import { DomainError } from '#rules/kernel/domain-error.js';
import type { DismissalAct } from '#rules/assemblies/dismissal-lifecycle.js';
import type { HeldRole, SignedIn } from '#platform/identity/signed-in.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';

/** Where a dismissal stands, as its policy asks about it. */
export interface DismissalPlace {
  readonly territoryPath: readonly string[];
  readonly maslikhat: string;
}

/** One act of each office that has a part in it. */
const DESK_ACTS: readonly DismissalAct[] = ['start', 'dismiss'];

const SUPERIOR_ACTS: readonly DismissalAct[] = ['dismiss', 'keep'];

/** Roles that act on dismissals at all. */
export const DISMISSAL_ROLES = ['maslikhat-secretary', 'akim'] as const;

/**
 * Who may do this act: the maslikhat's secretary records what deputies and the session do; an akim
 * of a unit above decides at the end, never the akim whom it is about.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function actingOnDismissal(
  person: SignedIn,
  act: DismissalAct,
  place: DismissalPlace,
): Actor {
  const { role, path } = whoActs(act, place);
  if (path.length === 0)
    throw new DomainError('forbidden', 'identity.role_needed', { roles: [role] });
  return actingAs(person, [role], path);
}

/**
 * Opens the desk of a dismissal to the maslikhat's secretary and to the akims above.
 *
 * @throws DomainError forbidden `identity.role_needed`
 */
export function assertOnDismissalDesk(person: SignedIn, place: DismissalPlace): void {
  const isTheirs = DESK_ACTS.some((act) => mayActOnDismissal(person, act, place));
  if (!isTheirs)
    throw new DomainError('forbidden', 'identity.role_needed', { roles: DISMISSAL_ROLES });
}

/** May the person do this act? Where a page shows what can be done. */
export function mayActOnDismissal(
  person: { readonly roles: readonly HeldRole[] } | undefined,
  act: DismissalAct,
  place: DismissalPlace,
): boolean {
  const { role, path } = whoActs(act, place);
  return (person?.roles ?? []).some((held) => held.role === role && path.includes(held.territory));
}

function whoActs(act: DismissalAct, { territoryPath, maslikhat }: DismissalPlace) {
  if (SUPERIOR_ACTS.includes(act))
    return { role: 'akim', path: territoryPath.slice(0, -1) } as const;
  return { role: 'maslikhat-secretary', path: [maslikhat] } as const;
}
