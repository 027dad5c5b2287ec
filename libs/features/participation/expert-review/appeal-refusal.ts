import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { assessAppeal } from '#rules/participation/appeal.js';
import { nextState } from '#rules/participation/proposal-lifecycle.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { actingAs, type Actor } from '../../registry/officers/actor.js';
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
      const { today, now } = round;
      const refusal = await tx.of(RefusalRepository).getProvisional(proposalId);
      const deadline = refusal.remarksUntil;
      const filed = { state, appellantId, authorIds, remarks, today, deadline };
      assertNoFaults('appeal.invalid', assessAppeal(filed));
      const decideBy = reExaminationBy({ round, overrides });
      const against = { refusalId: refusal.id, refusedBy: refusal.officerId };
      const appeal = { id, proposalId, remarks, filedBy: appellantId, filedAt: now };
      await tx.of(RefusalRepository).addAppeal({ ...appeal, ...against, decideBy });
      const changed = await tx.of(ProposalRepository).move(proposal, 'appeal');
      const opened = { actor: asResident(person), proposal, round };
      await audit(tx, opened, { act: 'proposal.appealed', changed, matter: { appeal: id } });
    });
    return id;
  }
}

/** The author holds no office; the trail names the part in which one acts. */
function asResident(person: SignedIn): Actor {
  return actingAs(person, ['resident'], [person.territory ?? '']);
}
