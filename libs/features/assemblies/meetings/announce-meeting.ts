import { Injectable } from '@nestjs/common';
import { conveningRuleOn } from '#rules/assemblies/convening-rule.js';
import { nextMeetingState } from '#rules/assemblies/meeting-lifecycle.js';
import { civilDateOf, DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { noticeFaults } from './convening-assessment.js';
import { MeetingActs } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import type { NoticeFields } from './meeting-fields.js';
import { MeetingPlaceReader } from './meeting-place.reader.js';
import { MEETING_CONVENED, meetingEvent } from './meeting.events.js';
import type { MeetingRow } from './meeting-row.js';
import { MeetingReader } from './meeting.reader.js';
import { MeetingRepository } from './meeting.repository.js';
import { noticeColumns } from './new-meeting.js';
import { RefusedConvenings } from './refused-convenings.js';

/** The notice of a planned meeting is out: it is convened, or refused with the earliest lawful day. */
@Injectable()
export class AnnounceMeeting {
  constructor(
    private readonly acts: MeetingActs,
    private readonly clock: DatabaseClock,
    private readonly meetings: MeetingReader,
    private readonly places: MeetingPlaceReader,
    private readonly refused: RefusedConvenings,
  ) {}

  async run(person: SignedIn, meetingId: string, notice: NoticeFields): Promise<void> {
    const planned = await this.meetings.get(meetingId);
    await this.assertLawful(person, planned, notice);
    await this.acts.run(person, { meetingId }, async ({ tx, actor, meeting }) => {
      await tx.of(MeetingRepository).move(meeting, 'convene', noticeColumns(notice));
      const { channels } = notice;
      const after = { state: 'convened', noticeOn: civilDateOf(notice.publishedAt), channels };
      const audited = auditedMeeting(meeting, 'meeting.convened', { after });
      await tx.of(AuditEntryRepository).add(actor, audited);
      await tx.of(OutboxRepository).add(meetingEvent(MEETING_CONVENED, meeting.id));
    });
  }

  private async assertLawful(
    person: SignedIn,
    planned: MeetingRow,
    notice: NoticeFields,
  ): Promise<void> {
    const { id, territory, kind, heldOn: meetingOn } = planned;
    const actor = actingAs(person, ['secretary'], planned.territoryPath);
    nextMeetingState(planned.state, 'convene');
    const place = await this.places.get(territory, kind, meetingOn);
    const { at } = await this.clock.now();
    // Who asked was checked when the meeting was entered.
    const { convenedBy } = conveningRuleOn(kind, meetingOn, place.overrides);
    const announced = { ...planned, convener: { kind: convenedBy }, notice } as const;
    const attempt = { id, territory, kind, meetingOn, noticeOn: civilDateOf(notice.publishedAt) };
    await this.refused.assertNone(actor, attempt, noticeFaults(announced, place, at));
  }
}
