import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { MeetingActs } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import { MEETING_OVER, meetingEvent } from './meeting.events.js';
import { MeetingRepository } from './meeting.repository.js';
import { minutesDueOf } from './meeting-opening.js';

/** The meeting is over; from here the term for its minutes runs. */
@Injectable()
export class CloseMeeting {
  constructor(private readonly acts: MeetingActs) {}

  /** @param closing null: now */
  async run(person: SignedIn, meetingId: string, closing: Date | null): Promise<void> {
    await this.acts.run(person, { meetingId }, async (inHand) => {
      const { tx, actor, meeting, now } = inHand;
      const closedAt = closing ?? now.at;
      const minutesDueOn = await minutesDueOf(inHand);
      if (meeting.openedAt && (closedAt < meeting.openedAt || closedAt > now.at))
        throw new DomainError('rule-violated', 'meeting.closing_impossible');
      await tx.of(MeetingRepository).move(meeting, 'close', { closedAt, minutesDueOn });
      const after = { state: 'held', minutesDueOn };
      const audited = auditedMeeting(meeting, 'meeting.closed', { after });
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(meetingEvent(MEETING_OVER, meetingId));
    });
  }
}
