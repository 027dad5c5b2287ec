import { Injectable } from '@nestjs/common';
import { DatabaseClock, type Moment } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';
import { type MeetingPlace, MeetingPlaceReader } from './meeting-place.reader.js';
import { MeetingReader } from './meeting.reader.js';
import type { MeetingRecord } from './meeting.record.js';
import { MeetingRepository } from './meeting.repository.js';

/** A meeting in the hands of its secretary, locked. */
export interface MeetingInHand {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly meeting: MeetingRecord;
  readonly place: MeetingPlace;
  readonly now: Moment;
}

/** What an act asks for before it may begin. */
export interface MeetingAsked {
  readonly meetingId: string;
  /** Roles of whom may act; the secretary where none are named. */
  readonly roles?: readonly string[];
  /** Who acts, where it does not follow from a role. */
  readonly actor?: Actor;
}

/** Runs an act of a person in office on a meeting: who may, the lock, one transaction. */
@Injectable()
export class MeetingActs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly meetings: MeetingReader,
    private readonly places: MeetingPlaceReader,
  ) {}

  /** @throws DomainError not-found `meeting.not_found`, forbidden `identity.role_needed` */
  async run<T>(
    person: SignedIn,
    { meetingId, roles = ['secretary'], actor: known }: MeetingAsked,
    act: (inHand: MeetingInHand) => Promise<T>,
  ): Promise<T> {
    const { territory, kind, heldOn, territoryPath } = await this.meetings.get(meetingId);
    const actor = known ?? actingAs(person, roles, territoryPath);
    const place = await this.places.get(territory, kind, heldOn);
    const now = await this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const meeting = await tx.of(MeetingRepository).getForChange(meetingId);
      return act({ tx, actor, meeting, place, now });
    });
  }
}
