import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assessAppeal } from '#rules/participation/appeal.js';
import { nextState } from '#rules/participation/proposal-lifecycle.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { actingAs } from '../../registry/officers/actor.js';
import { ProposalRepository } from '../proposals/proposal.repository.js';
import { LocalProcedureReader } from './local-procedure.reader.js';
import { audit, lockProposal, type ActRequest } from './open-for-review.js';
import { RefusalRepository } from './refusal.repository.js';
import { ReviewRepository } from './review.repository.js';
import { reExaminationBy } from './review-terms.js';

/** The author objects to a provisional refusal; another officer will examine it again. */
@Injectable()
export class AppealRefusal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly local: LocalProcedureReader,
  ) {}

  /** @returns the id of the appeal */
  async run(
    { proposalId, person }: Omit<ActRequest, 'seenVersion'>,
    remarks: string,
  ): Promise<string> {
    const id = v7();
    const overrides = await this.local.listOf(proposalId);
    await this.unitOfWork.run(async (tx) => {
      const { proposal, round } = await lockProposal(tx, proposalId, 'for-adding');
      const authorIds = await tx.of(ReviewRepository).listAuthorIds(proposalId);
      const appellantId = person.personId;
      if (!authorIds.includes(appellantId))
        throw new DomainError('forbidden', 'appeal.not_the_author');
      const { state } = proposal;
      nextState(state, 'appeal');
      const refusals = tx.of(RefusalRepository);
      const refusal = await refusals.getProvisional(proposalId);
      const { today, now } = round;
      const deadline = refusal.remarksUntil;
      assertNoFaults(
        'appeal.invalid',
        assessAppeal({ state, appellantId, authorIds, remarks, today, deadline }),
      );
      const decideBy = reExaminationBy({ round, overrides });
      const appeal = { id, proposalId, remarks, decideBy, filedBy: appellantId, filedAt: now };
      await refusals.addAppeal({ ...appeal, refusalId: refusal.id, refusedBy: refusal.officerId });
      const changed = await tx.of(ProposalRepository).move(proposal, 'appeal');
      const actor = actingAs(person, ['resident'], [person.territory ?? '']);
      const opened = { actor, proposal, round };
      await audit(tx, opened, { act: 'proposal.appealed', changed, matter: { appeal: id } });
    });
    return id;
  }
}
