import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { BodyReader } from '../bodies/body.reader.js';
import { MinutesReader } from './minutes.reader.js';
import { MinutesRepository } from './minutes.repository.js';
import { RemarkRepository } from './remark.repository.js';

export interface RemarkFields {
  readonly minutesId: string;
  /** Agenda item; null for the rest. */
  readonly item: number | null;
  readonly text: string;
  readonly language: 'kk' | 'ru';
}

/** A member of the body remarks on its draft minutes, while there is time. */
@Injectable()
export class MakeRemark {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly minutes: MinutesReader,
    private readonly bodies: BodyReader,
  ) {}

  /** @returns the id of the remark */
  async run(person: SignedIn, { minutesId, item, text, language }: RemarkFields): Promise<string> {
    const { at, today } = await this.clock.now();
    const found = await this.minutes.getFor(person, minutesId);
    const seats = await this.bodies.listSeatsOf(person.personId, found.heldOn);
    const seat = seats.find(({ bodyId }) => bodyId === found.bodyId);
    if (!seat) throw new DomainError('forbidden', 'minutes.not_a_member');
    if (text.trim() === '') throw new DomainError('rule-violated', 'minutes.remark_empty');
    if (item !== null && item > found.titles.length)
      throw new DomainError('not-found', 'agenda.item_not_found', { number: item });
    const id = v7();
    const { personId } = person;
    const remark = { id, minutesId, memberId: seat.memberId, personId, item, text, language, at };
    await this.unitOfWork.run(async (tx) => {
      const { state, remarksUntil } = await tx.of(MinutesRepository).getOfMeeting(found.meetingId);
      if (state !== 'under-remarks' || remarksUntil === null || today > remarksUntil)
        throw new DomainError('conflict', 'minutes.remarks_closed', { state, remarksUntil });
      await tx.of(RemarkRepository).add(remark);
    });
    return id;
  }
}
