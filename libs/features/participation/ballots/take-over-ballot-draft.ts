import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { BallotDraftRepository, type DraftKey } from './ballot-draft.repository.js';
import { parseHandoverCode } from './handover-code.js';

/** Continues on this device the ballot that was begun on another one. */
@Injectable()
export class TakeOverBallotDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws DomainError rule-violated `ballot.handover_code_wrong`, also for one that is spent or late */
  async run(key: DraftKey, typed: string): Promise<void> {
    const code = parseHandoverCode(typed);
    await this.unitOfWork.run(async (transaction) => {
      const drafts = transaction.of(BallotDraftRepository);
      const draft = code === null ? null : await drafts.spendHandover(key.roundId, code);
      if (!draft) throw wrongCode();
      await drafts.put(key, draft);
    });
  }
}

function wrongCode(): DomainError {
  const faults = [{ code: 'ballot.handover_code_wrong', field: 'code' }];
  return new DomainError('rule-violated', 'ballot.handover_code_wrong', { faults });
}
