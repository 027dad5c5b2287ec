import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { deadlineOf } from '#rules/calendar/deadline.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessCorrectionRequest } from '#rules/participation/correction-request.js';
import { nextState } from '#rules/participation/proposal-lifecycle.js';
import { valueOn } from '#rules/rulebook/value-on.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import type { RoundRow } from '../rounds/round-row.js';
import { actOf, audit, openForReview, type ActRequest } from './open-for-review.js';
import type { FieldRemark } from './proposal-return.record.js';
import { lastDayOfReview } from './review-days.js';
import { actingInReview } from './review.policy.js';
import { ReviewRepository } from './review.repository.js';

export interface CorrectionOrder {
  readonly remarks: readonly FieldRemark[];
  /** Null takes the earliest one that the rule allows. */
  readonly deadline: CivilDate | null;
}

/** An officer sends a proposal back: what is wrong, field by field, and until when. */
@Injectable()
export class ReturnProposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(request: ActRequest, order: CorrectionOrder): Promise<void> {
    const id = v7();
    await this.unitOfWork.run(async (tx) => {
      const opened = await openForReview(tx, request, {
        office: (person, place) => actingInReview(person, 'return', place),
        hold: 'for-adding',
      });
      const { proposal, round } = opened;
      const { remarks } = order;
      const deadline = order.deadline ?? earliestCorrectionDay(round);
      nextState(proposal.state, 'return');
      assertNoFaults('correction.invalid', faultsOf({ remarks, deadline }, round));
      const changes = { correctBy: deadline };
      const changed = await tx.of(ProposalRepository).move(proposal, 'return', changes);
      await tx.of(ReviewRepository).addReturn({ ...actOf(opened, id), remarks, deadline });
      await audit(tx, opened, { act: 'proposal.returned', changed, matter: { remarks, deadline } });
    });
  }
}

/**
 * The earliest last day for the author. Where the national rule does not reach, the round's own
 * calendar may leave less time than the default, and the correction ends with the review.
 */
export function earliestCorrectionDay(round: RoundRow): CivilDate {
  const count = valueOn('participation.correction-working-days', round.today);
  const earliest = deadlineOf(round.today, { kind: 'working-days', count });
  const last = lastDayOfReview(round);
  return !round.nationalScope && last < earliest ? last : earliest;
}

function faultsOf(
  order: { remarks: readonly FieldRemark[]; deadline: CivilDate },
  round: RoundRow,
) {
  return assessCorrectionRequest({
    ...order,
    earliestDeadline: earliestCorrectionDay(round),
    reviewUntil: lastDayOfReview(round),
  });
}
