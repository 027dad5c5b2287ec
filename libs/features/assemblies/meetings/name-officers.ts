import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { assertHallOpen } from './hall-open.js';
import { HallRepository } from './hall.repository.js';
import { MeetingActs } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import { type MeetingOfficers, officerFaults } from './meeting-opening.js';
import { MeetingRepository } from './meeting.repository.js';

/** The secretary writes down whom the meeting elected to lead it and to write. */
@Injectable()
export class NameOfficers {
  constructor(private readonly acts: MeetingActs) {}

  async run(person: SignedIn, meetingId: string, officers: MeetingOfficers): Promise<void> {
    await this.acts.run(person, { meetingId }, async ({ tx, actor, meeting }) => {
      await assertHallOpen(tx, meeting);
      const { people } = await tx.of(HallRepository).find(meetingId);
      const present = people.map(({ id }) => id);
      assertNoFaults('meeting.invalid', officerFaults(officers, present));
      await tx.of(MeetingRepository).change(meeting, officers);
      const audited = auditedMeeting(meeting, 'meeting.officers_named', { after: officers });
      await tx.of(AuditEntryRepository).add(actor, audited);
    });
  }
}
