import type { SignedIn } from '#platform/identity/signed-in.js';
import type { AuditRow } from './audit-trail.reader.js';

const READERS = ['auditor', 'administrator'];

/** May this person see who acted by name: auditors and administrators of the place or of one above. */
export function canSeeNames(person: SignedIn | undefined, row: AuditRow): boolean {
  return (
    person?.roles.some(
      ({ role, territory }) => READERS.includes(role) && row.territoryPath.includes(territory),
    ) ?? false
  );
}
