import type { SignedIn } from './signed-in.js';

/** How long a session lives at most, and how long without being used. */
export interface SessionTerm {
  readonly wholeMinutes: number;
  readonly idleMinutes: number;
}

/** Why these: docs/security/sessions.md. */
const TERMS = {
  resident: { wholeMinutes: 12 * 60, idleMinutes: 120 },
  staff: { wholeMinutes: 10 * 60, idleMinutes: 60 },
} as const satisfies Record<string, SessionTerm>;

export const LONGEST_SESSION_SECONDS = TERMS.resident.wholeMinutes * 60;

/** Before it is known who somebody is: the first request says so. */
export const FIRST_TERM: SessionTerm = TERMS.resident;

export function termFor(person: SignedIn): SessionTerm {
  return isInOffice(person) ? TERMS.staff : TERMS.resident;
}

/** Whoever holds an office, usable in this session or not. */
export function isInOffice({ roles, withheld = [] }: SignedIn): boolean {
  return withheld.length > 0 || roles.some(({ role }) => role !== 'resident');
}
