import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { BallotDraftRepository, type DraftKey } from './ballot-draft.repository.js';

/** Forgets a draft: the next person at this device must not find what was chosen. */
@Injectable()
export class DiscardBallotDraft {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(key: DraftKey): Promise<void> {
    await this.unitOfWork.run((transaction) => transaction.of(BallotDraftRepository).remove(key));
  }
}
