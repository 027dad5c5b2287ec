import type { SessionRow } from '#features/budget/sessions/session-row.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** Who opens the desk of the maslikhat's secretary; each act decides for itself. */
export const SECRETARIES = { roles: ['maslikhat-secretary'] };

/** Units whose maslikhat the person keeps. */
export function maslikhatsOf(person: SignedIn): readonly string[] {
  return person.roles
    .filter(({ role }) => role === 'maslikhat-secretary')
    .map(({ territory }) => territory);
}

/**
 * A session of one's own maslikhat.
 *
 * @throws DomainError not-found `maslikhat-session.not_found`
 */
export function assertOwnSession(person: SignedIn, { maslikhat }: SessionRow): void {
  if (!maslikhatsOf(person).includes(maslikhat))
    throw new DomainError('not-found', 'maslikhat-session.not_found');
}

/**
 * A decision of one's own maslikhat, by the session that took it.
 *
 * @throws DomainError not-found `maslikhat-session.decision_not_found`
 */
export function assertOwnDecision(person: SignedIn, { maslikhat }: SessionRow): void {
  if (!maslikhatsOf(person).includes(maslikhat))
    throw new DomainError('not-found', 'maslikhat-session.decision_not_found');
}
