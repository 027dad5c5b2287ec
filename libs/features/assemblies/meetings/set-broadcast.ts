import { Injectable } from '@nestjs/common';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { MeetingActs } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import { MeetingRepository } from './meeting.repository.js';

/** Where a meeting can be watched, live and afterwards: addresses only, no video is kept here. */
export interface BroadcastLinks {
  readonly broadcastUrl: string | null;
  readonly recordingUrl: string | null;
}

/** The secretary notes where a meeting is broadcast or recorded. */
@Injectable()
export class SetBroadcast {
  constructor(private readonly acts: MeetingActs) {}

  async run(person: SignedIn, meetingId: string, links: BroadcastLinks): Promise<void> {
    await this.acts.run(person, { meetingId }, async ({ tx, actor, meeting }) => {
      const { broadcastUrl, recordingUrl } = meeting;
      await tx.of(MeetingRepository).change(meeting, links);
      const change = { before: { broadcastUrl, recordingUrl }, after: links };
      const audited = auditedMeeting(meeting, 'meeting.broadcast_set', change);
      await tx.of(AuditEntryRepository).add(actor, audited);
    });
  }
}
