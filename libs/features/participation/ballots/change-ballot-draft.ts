import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import type { BallotDraft } from './ballot-draft.js';
import { BallotDraftRepository, type DraftKey } from './ballot-draft.repository.js';

/** Changes a ballot in the making, one change after another. */
@Injectable()
export class ChangeBallotDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError not-found `ballot.draft_not_found` */
  async run(key: DraftKey, change: (draft: BallotDraft) => BallotDraft): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const drafts = transaction.of(BallotDraftRepository);
      const draft = await drafts.get(key);
      if (!draft) throw new DomainError('not-found', 'ballot.draft_not_found');
      await drafts.put(key, change(draft));
    });
  }
}
