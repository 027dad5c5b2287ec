import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import {
  type CriterionFinding,
  assessFindings,
  conclusionOf,
} from '#rules/participation/evaluation-criteria.js';
import { nextState } from '#rules/participation/proposal-lifecycle.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { actOf, audit, openForReview, type ActRequest } from './open-for-review.js';
import { actingInReview } from './review.policy.js';
import { ReviewRepository } from './review.repository.js';

/**
 * An officer fills in the formal checklist. All met, the proposal goes on to the estimate; else it
 * stays where it is, to be returned to its author or refused.
 */
@Injectable()
export class CheckProposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(request: ActRequest, findings: readonly CriterionFinding[]): Promise<void> {
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const opened = await openForReview(tx, request, {
        office: (person, place) => actingInReview(person, 'check', place),
        hold: 'for-adding',
      });
      assertNoFaults('check.invalid', assessFindings('formal', findings));
      const passed = conclusionOf(findings).kind === 'met';
      const { proposal } = opened;
      nextState(proposal.state, 'accept');
      await tx.of(ReviewRepository).addCheck({ ...actOf(opened, id), findings, passed });
      const proposals = tx.of(ProposalRepository);
      const changed = passed
        ? await proposals.move(proposal, 'accept')
        : await proposals.change(proposal, {});
      await audit(tx, opened, { act: 'proposal.checked', changed, matter: { findings, passed } });
    });
  }
}
