import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { nextState } from '#rules/participation/proposal-lifecycle.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { admit, type AdmissionTerms } from './admit.js';
import { audit, openForReview, type ActRequest } from './open-for-review.js';
import { actingInReview } from './review.policy.js';
import { proposalReviewed } from './review.events.js';
import { ReviewRepository } from './review.repository.js';

/** A proposal is admitted to the vote. */
@Injectable()
export class AdmitProposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(request: ActRequest, terms: AdmissionTerms): Promise<void> {
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const opened = await openForReview(tx, request, {
        office: (person, place) => actingInReview(person, 'admit', place),
        hold: 'for-change',
      });
      const { state } = opened.proposal;
      nextState(state, 'admit');
      // What was refused comes back only through the decision of another officer on the appeal.
      if (state === 'appealed') throw new DomainError('conflict', 'admission.under_appeal');
      const standing = await tx.of(ReviewRepository).getStanding(request.proposalId);
      const changed = await admit(tx, opened, { id, terms, standing });
      await audit(tx, opened, { act: 'proposal.admitted', changed, matter: { standing } });
      await tx.of(OutboxRepository).add(proposalReviewed(changed, 'admitted'));
    });
  }
}
