import { canSeeNames } from '#features/record/audit-trail/audit.policy.js';
import type { AuditRow } from '#features/record/audit-trail/audit-trail.reader.js';
import { maskPersonal } from '#features/record/audit-trail/mask-personal.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { presentInstant } from '../instant.js';

/** An act of a person in office: by post to everybody, by name to auditors of the place. */
export function presentAuditEntry(row: AuditRow, reader: SignedIn | undefined) {
  const isOpen = canSeeNames(reader, row);
  return {
    id: row.id,
    at: presentInstant(row.at),
    who: { role: row.role, post: row.post, ...(isOpen ? { name: row.personName } : {}) },
    act: row.act,
    object: { kind: row.objectKind, id: row.objectId },
    territory: row.territory,
    before: isOpen ? row.before : maskPersonal(row.before),
    after: isOpen ? row.after : maskPersonal(row.after),
  };
}

export type AuditEntryView = ReturnType<typeof presentAuditEntry>;
