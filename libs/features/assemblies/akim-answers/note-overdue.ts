import { Injectable } from '@nestjs/common';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { minutesOverdue } from '../minutes/minutes.events.js';
import { akimAnswerOverdue } from './answer.events.js';
import { OverdueRepository } from './overdue.repository.js';

/** Minutes and answers whose term has passed are told about, once each. */
@Injectable()
export class NoteOverdue {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many were noted */
  async run(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const overdue = tx.of(OverdueRepository);
      const outbox = tx.of(OutboxRepository);
      const meetings = await overdue.noteMeetings();
      for (const meeting of meetings) await outbox.add(minutesOverdue(meeting));
      const decisions = await overdue.noteDecisions();
      for (const { minutesId, item } of decisions)
        await outbox.add(akimAnswerOverdue(minutesId, item));
      return meetings.length + decisions.length;
    });
  }
}
