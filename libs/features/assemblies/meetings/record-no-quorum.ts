import { Injectable } from '@nestjs/common';
import type { Quorum } from '#rules/assemblies/quorum.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { MeetingActs } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import {
  lookAround,
  type MeetingOpening,
  minutesDueOf,
  quorumDetails,
  withSecretary,
} from './meeting-opening.js';
import { MEETING_OVER, meetingEvent } from './meeting.events.js';
import { MeetingRepository } from './meeting.repository.js';

/** A meeting that lacked its quorum is recorded as such; it decides nothing. */
@Injectable()
export class RecordNoQuorum {
  constructor(private readonly acts: MeetingActs) {}

  async run(person: SignedIn, meetingId: string, opening: MeetingOpening): Promise<Quorum> {
    return this.acts.run(person, { meetingId }, async (inHand) => {
      const { members, quorum, officers: named, openedAt } = await lookAround(inHand, opening);
      if (quorum.met)
        throw new DomainError('conflict', 'meeting.has_quorum', quorumDetails(quorum));
      const { tx, actor, meeting } = inHand;
      const officers = await withSecretary(inHand, named, openedAt);
      const minutesDueOn = await minutesDueOf(inHand);
      const over = { members, closedAt: openedAt, minutesDueOn, ...officers };
      await tx.of(MeetingRepository).move(meeting, 'record-no-quorum', over);
      const after = { state: 'without-quorum', ...quorumDetails(quorum) };
      const audited = auditedMeeting(meeting, 'meeting.without_quorum', { after });
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(meetingEvent(MEETING_OVER, meetingId));
      return quorum;
    });
  }
}
