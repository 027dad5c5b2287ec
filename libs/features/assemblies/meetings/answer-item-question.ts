import { Injectable } from '@nestjs/common';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { missingLanguages, type OfficialText } from '#rules/kernel/official-text.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { assertStillWritten } from './hall-open.js';
import { ItemQuestionRepository } from './item-question.repository.js';
import { MeetingActs } from './meeting-acts.js';
import { auditedMeeting } from './meeting-audit.js';

/** The answer to a question of a resident goes into the minutes, beside its item. */
@Injectable()
export class AnswerItemQuestion {
  constructor(private readonly acts: MeetingActs) {}

  async run(
    person: SignedIn,
    { meetingId, questionId }: { readonly meetingId: string; readonly questionId: string },
    answer: OfficialText,
  ): Promise<void> {
    const languages = missingLanguages(answer);
    const fault = { code: 'question.answer_missing', field: 'answer', details: { languages } };
    await this.acts.run(person, { meetingId, roles: ANSWERERS }, async (inHand) => {
      const { tx, actor, meeting, now } = inHand;
      assertNoFaults('question.invalid', languages.length > 0 ? [fault] : []);
      await assertStillWritten(tx, meeting, 'writing.closed');
      const given = { answer, by: actor.personId, at: now.at };
      await tx.of(ItemQuestionRepository).answer(meetingId, questionId, given);
      const audited = auditedMeeting(meeting, 'meeting.question_answered', {
        after: { questionId },
      });
      await tx.of(AuditEntryRepository).add(actor, audited);
    });
  }
}

const ANSWERERS = ['secretary', 'akim'];
