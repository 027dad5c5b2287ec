import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessCorrectionRequest } from '#rules/participation/correction-request.js';
import { nextState } from '#rules/participation/proposal-lifecycle.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { LocalProcedureReader } from './local-procedure.reader.js';
import { actOf, audit, openForReview, type ActRequest } from './open-for-review.js';
import type { FieldRemark } from './proposal-return.record.js';
import { actingInReview } from './review.policy.js';
import { proposalReviewed } from './review.events.js';
import { ReviewRepository } from './review.repository.js';
import { earliestCorrectionDay, lastDayOfReview } from './review-terms.js';

export interface CorrectionOrder {
  readonly remarks: readonly FieldRemark[];
  /** Null takes the earliest one that the rule allows. */
  readonly deadline: CivilDate | null;
}

/** An officer sends a proposal back: what is wrong, field by field, and until when. */
@Injectable()
export class ReturnProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly local: LocalProcedureReader,
  ) {}

  async run(request: ActRequest, { remarks, deadline: wanted }: CorrectionOrder): Promise<void> {
    const id = v7();
    const overrides = await this.local.listOf(request.proposalId);
    await this.unitOfWork.run(async (tx) => {
      const opened = await openForReview(tx, request, {
        office: (person, place) => actingInReview(person, 'return', place),
        hold: 'for-adding',
      });
      const { proposal, round } = opened;
      nextState(proposal.state, 'return');
      const earliestDeadline = earliestCorrectionDay({ round, overrides });
      const deadline = wanted ?? earliestDeadline;
      const reviewUntil = lastDayOfReview(round);
      const asked = { remarks, deadline, earliestDeadline, reviewUntil };
      assertNoFaults('correction.invalid', assessCorrectionRequest(asked));
      await tx.of(ReviewRepository).addReturn({ ...actOf(opened, id), remarks, deadline });
      const changes = { correctBy: deadline };
      const changed = await tx.of(ProposalRepository).move(proposal, 'return', changes);
      await audit(tx, opened, { act: 'proposal.returned', changed, matter: { remarks, deadline } });
      await tx.of(OutboxRepository).add(proposalReviewed(changed, 'returned'));
    });
  }
}
