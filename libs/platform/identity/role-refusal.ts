import { DomainError } from '#rules/kernel/domain-error.js';
import type { HeldRole, SignedIn } from './signed-in.js';

/** Why a person may not: the role is not held at all, or wants a stronger proof first. */
export function roleRefusal(
  { withheld = [] }: SignedIn,
  roles: readonly string[],
  wouldDo: (held: HeldRole) => boolean = ({ role }) => roles.includes(role),
): DomainError {
  const code = withheld.some(wouldDo) ? 'identity.staff_proof_needed' : 'identity.role_needed';
  return new DomainError('forbidden', code, { roles });
}
