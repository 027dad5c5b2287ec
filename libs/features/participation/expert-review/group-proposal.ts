import { Injectable } from '@nestjs/common';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assessListOpen } from '#rules/participation/admission.js';
import { isFinalState } from '#rules/participation/proposal-lifecycle.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { RoundRepository } from '../rounds/round.repository.js';
import { audit, openForReview, type ActRequest } from './open-for-review.js';
import { actingInReview } from './review.policy.js';

/**
 * An officer names the group of proposals that cannot be built together, or takes one out of it;
 * never while people vote.
 */
@Injectable()
export class GroupProposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(request: ActRequest, group: string | null): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const opened = await openForReview(tx, request, {
        office: (person, place) => actingInReview(person, 'group', place),
        hold: 'for-change',
      });
      const { proposal, round } = opened;
      const now = round.now.getTime();
      const votingFrom = round.calendar.votingFrom.getTime();
      assertNoFaults('admission.invalid', assessListOpen({ now, votingFrom }));
      if (isFinalState(proposal.state)) throw new DomainError('conflict', 'review.closed_proposal');
      const changes = { exclusiveGroup: group };
      const changed = await tx.of(ProposalRepository).change(proposal, changes);
      if (proposal.state === 'admitted') await tx.of(RoundRepository).bumpPaperVersion(round.id);
      await audit(tx, opened, { act: 'proposal.grouped', changed, matter: {} });
    });
  }
}
