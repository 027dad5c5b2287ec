import { Injectable } from '@nestjs/common';
import type { Quorum } from '#rules/assemblies/quorum.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { MeetingActs } from './meeting-acts.js';
import { type MeetingOpening, openHall } from './meeting-opening.js';

/** The chair opens a meeting that has its quorum. */
@Injectable()
export class OpenMeeting {
  constructor(private readonly acts: MeetingActs) {}

  async run(person: SignedIn, meetingId: string, opening: MeetingOpening): Promise<Quorum> {
    return this.acts.run(person, { meetingId }, async (inHand) => {
      const { quorum } = await openHall(inHand, opening);
      return quorum;
    });
  }
}
