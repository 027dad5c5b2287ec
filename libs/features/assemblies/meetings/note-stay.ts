import { Injectable } from '@nestjs/common';
import { hasSeats } from '#rules/assemblies/body-kind.js';
import { v7 } from 'uuid';
import type { Quorum } from '#rules/assemblies/quorum.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertHallOpen } from './hall-open.js';
import { type KnownHall, personOf } from './hall-entry.js';
import { hallQuorum } from './hall-quorum.js';
import { HallRepository } from './hall.repository.js';
import { MeetingActs, type MeetingInHand } from './meeting-acts.js';
import { membersOf } from './meeting-members.js';
import { MeetingRepository } from './meeting.repository.js';

/** Somebody comes or goes. */
export interface StayFields {
  /** Made by the sender, so that what is sent twice counts once. */
  readonly op: string;
  readonly move: 'arrived' | 'left';
  readonly id: string | null;
  readonly name: string | null;
  readonly residence: string | null;
  readonly isGuest: boolean;
  readonly at: Date;
}

/** The secretary notes one arrival or leaving; the same one sent again changes nothing. */
@Injectable()
export class NoteStay {
  constructor(private readonly acts: MeetingActs) {}

  async run(person: SignedIn, meetingId: string, fields: StayFields): Promise<Quorum> {
    return this.acts.run(person, { meetingId }, async (inHand) => {
      const { tx, meeting, place, now } = inHand;
      const halls = tx.of(HallRepository);
      if (!(await halls.isNoted(fields.op))) await note(inHand, fields);
      const hall = await halls.find(meetingId);
      const members = await membersOf(tx, meeting);
      return hallQuorum({ meeting, members, hall, overrides: place.overrides }, now.at);
    });
  }
}

async function note({ tx, meeting, now }: MeetingInHand, fields: StayFields): Promise<void> {
  await assertHallOpen(tx, meeting);
  const halls = tx.of(HallRepository);
  const { bodyId, heldOn, kind, id: meetingId } = meeting;
  const delegates = bodyId ? await tx.of(MeetingRepository).listDelegates(bodyId, heldOn) : [];
  const hall = await halls.find(meetingId);
  const known: KnownHall = { hall, delegates, isAssembly: hasSeats(kind), now: now.at };
  const who = personOf(fields, fields.isGuest, known);
  const move = { op: fields.op, personId: who.id, at: fields.at };
  await halls.putPeople(meetingId, [who]);
  if (fields.move === 'arrived') await halls.arrive(meetingId, v7(), move);
  else await halls.leave(meetingId, move);
  await tx.of(MeetingRepository).change(meeting, {});
}
