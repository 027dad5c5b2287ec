import type { AuditedAct } from '../../record/audit-trail/audit-entry.repository.js';
import type { PetitionRecord } from './petition.record.js';

/** The line that an act in office on a petition leaves in the audit trail. */
export function auditedAct(
  { id, territoryKato }: Pick<PetitionRecord, 'id' | 'territoryKato'>,
  act: string,
  { before, after }: Pick<AuditedAct, 'before' | 'after'>,
): AuditedAct {
  const object = { objectKind: 'petition', objectId: id, territory: territoryKato };
  return { act, ...object, before, after };
}
