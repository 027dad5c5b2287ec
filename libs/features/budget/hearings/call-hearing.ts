import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { assessHearing, type HearingCall } from '#rules/budgets/budget-hearing.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { MaslikhatReader } from '../../registry/deputies/maslikhat.reader.js';
import { BudgetReader } from '../local-budgets/budget.reader.js';
import { BudgetRepository } from '../local-budgets/budget.repository.js';
import { asSecretaryOf } from '../local-budgets/budget.policy.js';
import { HearingRepository } from './hearing.repository.js';

export interface HearingDraft extends HearingCall {
  readonly budgetId: string;
  readonly commissionId: string;
}

/**
 * A standing commission calls a public hearing of a draft that lies before it.
 *
 * @law LSG art. 13 (`law.md` 4.1)
 */
@Injectable()
export class CallHearing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
    private readonly maslikhats: MaslikhatReader,
  ) {}

  /** @returns the id of the hearing */
  async run(secretary: SignedIn, draft: HearingDraft): Promise<string> {
    const id = v7();
    const { budgetId, commissionId } = draft;
    const maslikhat = await this.budgets.getMaslikhat(budgetId);
    const actor = asSecretaryOf(secretary, maslikhat);
    const { commissions } = await this.maslikhats.get(maslikhat);
    if (!commissions.some((commission) => commission.id === commissionId))
      throw new DomainError('not-found', 'opinion.commission_not_found');
    const { at } = await this.clock.now();
    assertNoFaults('hearing.invalid', assessHearing(draft, at));
    await this.unitOfWork.run(async (tx) => {
      const { budget } = await tx.of(BudgetRepository).getForChange(budgetId);
      if (budget.state !== 'submitted')
        throw new DomainError('conflict', 'opinion.draft_not_submitted', { state: budget.state });
      await tx.of(HearingRepository).add({ ...draft, id }, { actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.hearing_called',
        objectKind: 'budget',
        objectId: budgetId,
        territory: maslikhat,
        after: { id, ...draft },
      });
    });
    return id;
  }
}
