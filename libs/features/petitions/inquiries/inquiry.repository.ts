import { DomainError } from '#rules/kernel/domain-error.js';
import { TransactionalRepository } from '#platform/persistence/transactional-repository.js';
import { nextYearlyNumber } from '#platform/persistence/yearly-number.js';
import { InquiryAnswerRecord } from './inquiry-answer.record.js';
import { InquiryCommentRecord } from './inquiry-comment.record.js';
import { InquiryRecord } from './inquiry.record.js';

/** Whose inquiry it is. */
export interface InquirySetting {
  readonly inquiry: InquiryRecord;
  /** Of the deputy as a person. */
  readonly deputyId: string;
  /** KATO code of the maslikhat's unit. */
  readonly territory: string;
}

/** Inquiries, their answers and the deputies' comments: rows are added and never changed. */
export class InquiryRepository extends TransactionalRepository {
  static override readonly violations = {
    uq_inquiry_answers_one: () => new DomainError('conflict', 'inquiry.already_answered'),
  };

  async add(inquiry: InquiryRecord): Promise<void> {
    await this.manager.getRepository(InquiryRecord).insert(inquiry);
  }

  async addAnswer(answer: InquiryAnswerRecord): Promise<void> {
    await this.manager.getRepository(InquiryAnswerRecord).insert(answer);
  }

  async addComment(comment: InquiryCommentRecord): Promise<void> {
    await this.manager.getRepository(InquiryCommentRecord).insert(comment);
  }

  /** @throws DomainError not-found `inquiry.not_found` */
  async get(id: string): Promise<InquirySetting> {
    const inquiry = await this.manager.getRepository(InquiryRecord).findOneBy({ id });
    if (!inquiry) throw new DomainError('not-found', 'inquiry.not_found');
    const [whose] = (await this.manager.query(WHOSE, [inquiry.mandateId])) as [
      Omit<InquirySetting, 'inquiry'>,
    ];
    return { inquiry, ...whose };
  }

  async isAnswered(inquiryId: string): Promise<boolean> {
    return this.manager.getRepository(InquiryAnswerRecord).existsBy({ inquiryId });
  }

  /** The next number of a year, `2026-0017`. */
  nextNumber(year: number): Promise<string> {
    return nextYearlyNumber(this.manager, 'inquiry_numbers', year);
  }
}

const WHOSE = `
  select m.resident_id as "deputyId", v.territory_kato as territory
  from mandates m join convocations v on v.id = m.convocation_id where m.id = $1`;
