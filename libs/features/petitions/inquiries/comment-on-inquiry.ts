import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assessInquiryComment, type InquiryVerdict } from '#rules/petitions/inquiry-answer.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAsItsDeputy } from './inquiry.policy.js';
import { InquiryRepository } from './inquiry.repository.js';

export interface NewComment {
  readonly verdict: string;
  readonly language: 'kk' | 'ru';
  readonly body: string;
}

/** The deputy says in public what the answer is worth. */
@Injectable()
export class CommentOnInquiry {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  async run(person: SignedIn, inquiryId: string, comment: NewComment): Promise<void> {
    const id = v7();
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const inquiries = tx.of(InquiryRepository);
      const setting = await inquiries.get(inquiryId);
      const actor = actingAsItsDeputy(person, setting);
      if (!(await inquiries.isAnswered(inquiryId)))
        throw new DomainError('conflict', 'inquiry.not_answered');
      assertNoFaults('inquiry.comment_invalid', assessInquiryComment(comment));
      const verdict = comment.verdict as InquiryVerdict;
      await inquiries.addComment({ ...comment, id, inquiryId, verdict, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'inquiry.commented',
        objectKind: 'inquiry',
        objectId: inquiryId,
        territory: setting.territory,
        after: { verdict },
      });
    });
  }
}
