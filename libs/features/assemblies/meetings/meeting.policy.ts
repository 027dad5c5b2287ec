import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';

/** What decides who may ask and see. */
export interface SeenMeeting {
  readonly state: string;
  readonly territory: string;
  readonly territoryPath: readonly string[];
}

const INSIDERS = ['secretary', 'akim', 'officer'];

/** What is only planned is for those who prepare it; the rest is public. */
export function canSeeMeeting(person: SignedIn | undefined, meeting: SeenMeeting): boolean {
  if (meeting.state !== 'planned') return true;
  return (
    person?.roles.some(
      ({ role, territory }) => INSIDERS.includes(role) && meeting.territoryPath.includes(territory),
    ) ?? false
  );
}

/**
 * Whoever is registered in the unit of the meeting.
 *
 * @throws DomainError forbidden `question.not_a_resident`
 */
export function assertResidentOf(person: SignedIn, { territory }: SeenMeeting): void {
  const lives = person.roles.some(
    ({ role, territoryPath }) => role === 'resident' && territoryPath.includes(territory),
  );
  if (!lives) throw new DomainError('forbidden', 'question.not_a_resident');
}
