import { Injectable } from '@nestjs/common';
import { hasSeats } from '#rules/assemblies/body-kind.js';
import { assessAttendance } from '#rules/assemblies/attendance.js';
import type { Quorum } from '#rules/assemblies/quorum.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import type { AttendanceFields } from './attendance-fields.js';
import { assertHallOpen } from './hall-open.js';
import { hallQuorum } from './hall-quorum.js';
import { type HallEntry, hallEntryOf, type KnownHall } from './hall-entry.js';
import { HallRepository } from './hall.repository.js';
import { MeetingActs, type MeetingInHand } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';
import { MeetingRepository } from './meeting.repository.js';
import { membersOf } from './meeting-members.js';

/** The secretary enters the list of those present, whole; the answer is the quorum of this moment. */
@Injectable()
export class SetAttendance {
  constructor(private readonly acts: MeetingActs) {}

  async run(person: SignedIn, meetingId: string, fields: AttendanceFields): Promise<Quorum> {
    return this.acts.run(person, { meetingId }, async (inHand) => {
      const { tx, actor, meeting, place, now } = inHand;
      assertCurrent(meeting.version, fields.version);
      await assertHallOpen(tx, meeting);
      const entries = await entriesOf(inHand, fields);
      assertNoFaults('attendance.invalid', faultsOf(entries));
      const halls = tx.of(HallRepository);
      const stays = entries.flatMap((entry) => entry.stays);
      const people = entries.map((entry) => entry.person);
      await halls.replace(meetingId, people, stays);
      await tx.of(MeetingRepository).change(meeting, {});
      const hall = await halls.find(meetingId);
      const members = await membersOf(tx, meeting);
      const quorum = hallQuorum({ meeting, members, hall, overrides: place.overrides }, now.at);
      const after = { listed: people.length, present: quorum.present };
      const audited = auditedMeeting(meeting, 'meeting.attendance_entered', { after });
      await tx.of(AuditEntryRepository).add(actor, audited);
      return quorum;
    });
  }
}

async function entriesOf(
  { tx, meeting, now }: MeetingInHand,
  { present, others }: AttendanceFields,
): Promise<readonly HallEntry[]> {
  const { bodyId, heldOn, kind } = meeting;
  const delegates = bodyId ? await tx.of(MeetingRepository).listDelegates(bodyId, heldOn) : [];
  const hall = await tx.of(HallRepository).find(meeting.id);
  const known: KnownHall = { hall, delegates, isAssembly: hasSeats(kind), now: now.at };
  return [
    ...present.map((fields) => hallEntryOf(fields, false, known)),
    ...others.map((fields) => hallEntryOf(fields, true, known)),
  ];
}

function faultsOf(entries: readonly HallEntry[]) {
  const stays = entries.flatMap((entry) =>
    entry.stays.map(({ personId, arrivedAt, leftAt }) => ({
      memberId: personId,
      arrivedAt: arrivedAt.getTime(),
      leftAt: leftAt?.getTime() ?? null,
    })),
  );
  return assessAttendance(
    stays,
    entries.map(({ person }) => person.id),
  );
}
