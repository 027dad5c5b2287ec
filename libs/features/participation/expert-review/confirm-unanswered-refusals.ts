import { Injectable } from '@nestjs/common';
import { DatabaseClock } from '#platform/clock/clock.js';
import { OutboxRepository } from '#platform/outbox/outbox.repository.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { lockProposal } from './open-for-review.js';
import { RefusalRepository } from './refusal.repository.js';
import { proposalReviewed } from './review.events.js';

const AT_ONCE = 100;

/** Provisional refusals on which no author's remarks came in time become final. */
@Injectable()
export class ConfirmUnansweredRefusals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
  ) {}

  /** @returns how many were confirmed */
  async run(): Promise<number> {
    const { today } = await this.clock.now();
    const ids = await this.unitOfWork.run((tx) =>
      tx.of(RefusalRepository).listUnanswered(today, AT_ONCE),
    );
    let confirmed = 0;
    for (const id of ids) confirmed += await this.confirm(id);
    return confirmed;
  }

  /** One proposal a transaction; remarks that arrived meanwhile win. */
  private async confirm(proposalId: string): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const { proposal, round } = await lockProposal(tx, proposalId, 'for-adding');
      if (proposal.state !== 'provisionally-refused') return 0;
      const refusals = tx.of(RefusalRepository);
      const refusal = await refusals.getProvisional(proposalId);
      if (round.today <= refusal.remarksUntil) return 0;
      await refusals.makeFinal(refusal.id, round.now);
      const changed = await tx.of(ProposalRepository).move(proposal, 'confirm-refusal');
      await tx.of(OutboxRepository).add(proposalReviewed(changed, 'refused-for-good'));
      return 1;
    });
  }
}
