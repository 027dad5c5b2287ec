import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { BallotDraftRepository, type DraftKey } from './ballot-draft.repository.js';
import { newHandoverCode } from './handover-code.js';

/** A code to type on the other device, and until when it opens the draft there. */
export interface Handover {
  readonly code: string;
  readonly until: Date;
}

/** Gives a code by which the ballot in the making is continued on another device. */
@Injectable()
export class HandOverBallotDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError not-found `ballot.draft_not_found` */
  async run(key: DraftKey): Promise<Handover> {
    const code = newHandoverCode();
    return this.unitOfWork.run(async (transaction) => {
      const drafts = transaction.of(BallotDraftRepository);
      if (!(await drafts.get(key))) throw new DomainError('not-found', 'ballot.draft_not_found');
      return { code, until: await drafts.setHandover(key, code) };
    });
  }
}
