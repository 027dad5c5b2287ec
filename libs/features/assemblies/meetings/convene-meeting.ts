import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { civilDateOf, DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { AgendaRequestRepository } from './agenda-request.repository.js';
import { meetingFaults } from './convening-assessment.js';
import { auditedMeeting } from './meeting-audit.js';
import type { MeetingFields } from './meeting-fields.js';
import { MeetingPlaceReader } from './meeting-place.reader.js';
import { MEETING_CONVENED, meetingEvent } from './meeting.events.js';
import { MeetingRepository } from './meeting.repository.js';
import { agendaOf, newMeeting } from './new-meeting.js';
import { RefusedConvenings } from './refused-convenings.js';

/** The secretary plans a meeting, or convenes it by a notice that is out; short notice is refused. */
@Injectable()
export class ConveneMeeting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly places: MeetingPlaceReader,
    private readonly refused: RefusedConvenings,
  ) {}

  /** @returns the id of the meeting */
  async run(person: SignedIn, entered: MeetingFields): Promise<string> {
    const { at } = await this.clock.now();
    const { territory, kind, notice } = entered;
    const meetingOn = civilDateOf(entered.startsAt);
    const place = await this.places.get(territory, kind, meetingOn);
    const actor = actingAs(person, ['secretary'], place.path);
    const fields = { ...entered, members: entered.members ?? (place.onRoll || null) };
    const id = v7();
    const noticeOn = notice && civilDateOf(notice.publishedAt);
    const attempt = { id, territory, kind, meetingOn, noticeOn };
    await this.refused.assertNone(actor, attempt, meetingFaults(fields, place, at));
    const made = { id, bodyId: place.bodyId, createdBy: person.personId, at };
    const meeting = newMeeting(fields, made);
    const agenda = agendaOf(id, fields.agenda);
    await this.unitOfWork.run(async (tx) => {
      await tx.of(MeetingRepository).add(meeting);
      await tx.of(MeetingRepository).addAgenda(agenda);
      await tx.of(AgendaRequestRepository).takeUp({ territory, agenda, fields, actor, at });
      const { state, heldOn } = meeting;
      const after = { kind, state, heldOn, noticeOn, channels: meeting.channels };
      const act = notice ? 'meeting.convened' : 'meeting.planned';
      await tx.of(AuditEntryRepository).add(actor, auditedMeeting(meeting, act, { after }));
      if (notice) await tx.of(OutboxRepository).add(meetingEvent(MEETING_CONVENED, id));
    });
    return id;
  }
}
