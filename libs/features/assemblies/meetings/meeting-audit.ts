import type { AuditedAct } from '../../record/audit-trail/audit-entry.repository.js';
import type { MeetingRecord } from './meeting.record.js';

/** The line that an act in office on a meeting leaves in the audit trail. */
export function auditedMeeting(
  { id, territoryKato }: Pick<MeetingRecord, 'id' | 'territoryKato'>,
  act: string,
  change: Pick<AuditedAct, 'before' | 'after'>,
): AuditedAct {
  return { act, objectKind: 'meeting', objectId: id, territory: territoryKato, ...change };
}
