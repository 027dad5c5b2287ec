import { DomainError } from '#rules/kernel/domain-error.js';
import type { OfficialText } from '#rules/kernel/official-text.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';

export interface NewItemQuestion {
  readonly id: string;
  readonly itemId: string;
  readonly residentId: string;
  readonly language: 'kk' | 'ru';
  readonly text: string;
  readonly at: Date;
}

/** Questions of residents to agenda items. */
export class ItemQuestionRepository extends TransactionalRepository {
  async add({ id, itemId, residentId, language, text, at }: NewItemQuestion): Promise<void> {
    await this.manager.query(
      `insert into item_questions (id, item_id, resident_id, language, body, asked_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, itemId, residentId, language, text, at],
    );
  }

  async countBy(itemId: string, residentId: string): Promise<number> {
    const [row] = (await this.manager.query(
      `select count(*)::int as asked from item_questions where item_id = $1 and resident_id = $2`,
      [itemId, residentId],
    )) as [{ asked: number }];
    return row.asked;
  }

  /** @throws DomainError not-found `question.not_found` */
  async answer(
    meetingId: string,
    questionId: string,
    { answer, by, at }: { readonly answer: OfficialText; readonly by: string; readonly at: Date },
  ): Promise<void> {
    const [rows] = (await this.manager.query(
      `update item_questions q set answer_kk = $3, answer_ru = $4, answered_by = $5, answered_at = $6
       from agenda_items i where q.id = $2 and i.id = q.item_id and i.meeting_id = $1 returning q.id`,
      [meetingId, questionId, answer.kk, answer.ru, by, at],
    )) as [unknown[], number];
    if (rows.length === 0) throw new DomainError('not-found', 'question.not_found');
  }
}
