import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { MeetingActs } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import { MEETING_CANCELLED, meetingEvent } from './meeting.events.js';
import { MeetingRepository } from './meeting.repository.js';

/** A meeting that was not opened is called off, with the reason for everybody to read. */
@Injectable()
export class CancelMeeting {
  constructor(private readonly acts: MeetingActs) {}

  async run(person: SignedIn, meetingId: string, reasons: OfficialText): Promise<void> {
    const languages = missingLanguages(reasons);
    const missing = { code: 'meeting.reasons_missing', field: 'reasons', details: { languages } };
    await this.acts.run(person, { meetingId }, async ({ tx, actor, meeting }) => {
      assertNoFaults('meeting.invalid', languages.length > 0 ? [missing] : []);
      const columns = { cancelledKk: reasons.kk, cancelledRu: reasons.ru };
      await tx.of(MeetingRepository).move(meeting, 'cancel', columns);
      const change = { before: { state: meeting.state }, after: { state: 'cancelled', reasons } };
      const audited = auditedMeeting(meeting, 'meeting.cancelled', change);
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(meetingEvent(MEETING_CANCELLED, meetingId));
    });
  }
}
