import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, type Fault } from '#rules/kernel/domain-error.js';
import { nextState } from '#rules/participation/proposal-lifecycle.js';
import { type RefusalDraft, assessRefusal } from '#rules/participation/refusal-grounds.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { LocalProcedureReader } from './local-procedure.reader.js';
import { actOf, audit, openForReview, type ActRequest } from './open-for-review.js';
import { actingAsRefuser } from './refusal.policy.js';
import { RefusalRepository } from './refusal.repository.js';
import { proposalReviewed } from './review.events.js';
import { ReviewRepository } from './review.repository.js';
import { remarksUntil } from './review-terms.js';

/**
 * A proposal is refused provisionally: on grounds of the closed list, with reasons in both
 * languages, and with time for the author's remarks.
 */
@Injectable()
export class RefuseProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly local: LocalProcedureReader,
  ) {}

  async run(request: ActRequest, draft: RefusalDraft): Promise<void> {
    const id = v7();
    const overrides = await this.local.listOf(request.proposalId);
    await this.unitOfWork.run(async (tx) => {
      const opened = await openForReview(tx, request, {
        office: actingAsRefuser,
        hold: 'for-adding',
      });
      const { proposal, round } = opened;
      nextState(proposal.state, 'refuse-provisionally');
      const { councilAdmitted } = await tx.of(ReviewRepository).getStanding(proposal.id);
      assertNoFaults('refusal.invalid', faultsOf(draft, councilAdmitted));
      const until = remarksUntil({ round, overrides });
      const { grounds, reasons } = draft;
      await tx.of(RefusalRepository).add({
        ...actOf(opened, id),
        grounds: [...grounds],
        reasonsKk: reasons.kk,
        reasonsRu: reasons.ru,
        remarksUntil: until,
        finalAt: null,
      });
      const changed = await tx.of(ProposalRepository).move(proposal, 'refuse-provisionally');
      const matter = { grounds, reasons, remarksUntil: until };
      await audit(tx, opened, { act: 'proposal.refused_provisionally', changed, matter });
      await tx.of(OutboxRepository).add(proposalReviewed(changed, 'refused'));
    });
  }
}

function faultsOf(draft: RefusalDraft, councilAdmitted: boolean | null): readonly Fault[] {
  const faults = assessRefusal(draft);
  return councilAdmitted === true ? [...faults, { code: 'refusal.council_admitted' }] : faults;
}
