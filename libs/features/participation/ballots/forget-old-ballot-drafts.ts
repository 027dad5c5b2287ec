import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { BallotDraftRepository } from './ballot-draft.repository.js';

/** A voting lasts weeks at most. */
const KEPT_DAYS = 30;

/** What was chosen and never cast is kept no longer than needed. */
@Injectable()
export class ForgetOldBallotDrafts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(): Promise<void> {
    await this.unitOfWork.run((transaction) =>
      transaction.of(BallotDraftRepository).removeOlderThan(KEPT_DAYS),
    );
  }
}
