import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import {
  type EstimateDraft,
  type EstimateLine,
  assessEstimate,
  checkedCostOf,
} from '#rules/participation/technical-estimate.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { actOf, audit, openForReview, type ActRequest } from './open-for-review.js';
import { actingInReview } from './review.policy.js';
import { ReviewRepository } from './review.repository.js';
import type { StoredEstimateLine } from './technical-estimate.record.js';

/**
 * An officer estimates what a project costs by its lines, and says whether it can be done. A cost
 * above the cap is recorded all the same: it is a finding, and keeps the project from admission.
 */
@Injectable()
export class EstimateProposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(request: ActRequest, draft: EstimateDraft): Promise<void> {
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const opened = await openForReview(tx, request, {
        office: (person, place) => actingInReview(person, 'estimate', place),
        hold: 'for-adding',
      });
      assertNoFaults('estimate.invalid', assessEstimate(draft));
      const checkedCostTiyn = checkedCostOf(draft.lines);
      const changes = { checkedCostTiyn };
      const changed = await tx.of(ProposalRepository).move(opened.proposal, 'estimate', changes);
      await tx.of(ReviewRepository).addEstimate({
        ...actOf(opened, id),
        costTiyn: checkedCostTiyn,
        lines: draft.lines.map(storedLine),
        findings: draft.findings,
        opinionKk: draft.opinion.kk,
        opinionRu: draft.opinion.ru,
      });
      await audit(tx, opened, { act: 'proposal.estimated', changed, matter: { ...draft } });
    });
  }
}

function storedLine({ title, amountTiyn }: EstimateLine): StoredEstimateLine {
  return { title, amountTiyn: String(amountTiyn) };
}
