import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { assertResidentOf } from './meeting.policy.js';
import { ItemQuestionRepository } from './item-question.repository.js';
import { MeetingReader } from './meeting.reader.js';
import { MeetingRepository } from './meeting.repository.js';

/** Nobody asks more about one item; not a number of the law. */
const QUESTIONS_AN_ITEM = 3;

export interface QuestionFields {
  readonly meetingId: string;
  readonly item: number;
  readonly language: 'kk' | 'ru';
  readonly text: string;
}

/** A resident of the unit asks about an agenda item before the meeting. */
@Injectable()
export class AskItemQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly meetings: MeetingReader,
  ) {}

  /** @returns the id of the question */
  async run(
    person: SignedIn,
    { meetingId, item, language, text }: QuestionFields,
  ): Promise<string> {
    assertResidentOf(person, await this.meetings.get(meetingId));
    if (text.trim() === '') throw new DomainError('rule-violated', 'question.empty');
    const id = v7();
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { state } = await tx.of(MeetingRepository).getForAdding(meetingId);
      if (state !== 'convened') throw new DomainError('conflict', 'question.too_late', { state });
      const asked = await tx.of(MeetingRepository).getItemForChange(meetingId, item);
      const questions = tx.of(ItemQuestionRepository);
      if ((await questions.countBy(asked.id, person.personId)) >= QUESTIONS_AN_ITEM)
        throw new DomainError('conflict', 'question.too_many', { max: QUESTIONS_AN_ITEM });
      await questions.add({
        id,
        itemId: asked.id,
        residentId: person.personId,
        language,
        text,
        at,
      });
    });
    return id;
  }
}
