import type { MinutesRow } from '#features/assemblies/minutes/minutes-row.js';
import type { MeetingRow } from '#features/assemblies/meetings/meeting-row.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { HeldRole, SignedIn } from '#platform/identity/signed-in.js';

/** Who opens the secretary's desk; what one may do there is decided by each act. */
export const SECRETARIES = { roles: ['secretary'] };

/** Units for which a person keeps the minutes. */
export function unitsOf(person: SignedIn): readonly HeldRole[] {
  return person.roles.filter(({ role }) => role === 'secretary');
}

/** Does the person keep the minutes of that place? */
export function keepsMinutesOf(
  person: SignedIn,
  { territoryPath }: Pick<MeetingRow, 'territoryPath'>,
): boolean {
  return unitsOf(person).some(({ territory }) => territoryPath.includes(territory));
}

/**
 * A meeting of one's own unit.
 *
 * @throws DomainError not-found `meeting.not_found`
 */
export function assertOwnMeeting(person: SignedIn, meeting: MeetingRow): void {
  if (!keepsMinutesOf(person, meeting)) throw new DomainError('not-found', 'meeting.not_found');
}

/**
 * Minutes of one's own unit.
 *
 * @throws DomainError not-found `minutes.not_found`
 */
export function assertOwnMinutes(person: SignedIn, minutes: MinutesRow): void {
  if (!keepsMinutesOf(person, minutes)) throw new DomainError('not-found', 'minutes.not_found');
}
