import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DomainError, assertNoFaults } from '#rules/kernel/domain-error.js';
import { assessOpinion, type OpinionDraft, opinionOn } from '#rules/sessions/commission-opinion.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { type Transaction, UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { MaslikhatReader } from '../../registry/deputies/maslikhat.reader.js';
import { AmendmentRepository } from './amendment.repository.js';
import { BudgetReader } from './budget.reader.js';
import { asSecretaryOf } from './budget.policy.js';
import { BudgetRepository } from './budget.repository.js';
import { OpinionRepository } from './opinion.repository.js';

export interface CommissionOpinionDraft extends Omit<OpinionDraft, 'vote'> {
  readonly budgetId: string;
  readonly commissionId: string;
  /** A line or an amendment; with neither, the draft as a whole. */
  readonly line: number | null;
  readonly amendmentId?: string | null;
  readonly vote: Omit<OpinionDraft['vote'], 'members'>;
}

/** A standing commission's opinion on a line, or on the draft as a whole, with the minority's view. */
@Injectable()
export class GiveOpinion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
    private readonly maslikhats: MaslikhatReader,
  ) {}

  /** @returns what the commission says */
  async run(
    secretary: SignedIn,
    draft: CommissionOpinionDraft,
  ): Promise<'for' | 'against' | 'none'> {
    const id = v7();
    const maslikhat = await this.budgets.getMaslikhat(draft.budgetId);
    const actor = asSecretaryOf(secretary, maslikhat);
    const vote = { ...draft.vote, members: await this.membersOf(maslikhat, draft.commissionId) };
    const { at, today } = await this.clock.now();
    assertNoFaults('opinion.invalid', assessOpinion({ ...draft, vote }, today));
    const { kind } = opinionOn(today, vote);
    const { amendmentId = null } = draft;
    await this.unitOfWork.run(async (tx) => {
      const { budget, lines } = await tx.of(BudgetRepository).getForChange(draft.budgetId);
      if (budget.state !== 'submitted')
        throw new DomainError('conflict', 'opinion.draft_not_submitted', { state: budget.state });
      if (draft.line !== null && !lines.some(({ number }) => number === draft.line))
        throw new DomainError('not-found', 'budget.line_not_found');
      await assertAwaited(tx, draft.budgetId, amendmentId);
      await tx.of(OpinionRepository).add({ ...draft, id, amendmentId, vote, kind }, { actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.opinion_given',
        objectKind: 'budget',
        objectId: draft.budgetId,
        territory: maslikhat,
        after: { commission: draft.commissionId, line: draft.line, amendmentId, vote, kind },
      });
    });
    return kind;
  }

  private async membersOf(maslikhat: string, commissionId: string): Promise<number> {
    const { commissions } = await this.maslikhats.get(maslikhat);
    const found = commissions.find(({ id }) => id === commissionId);
    if (!found) throw new DomainError('not-found', 'opinion.commission_not_found');
    return found.members.length;
  }
}

/** An opinion is on what still waits for the session. */
async function assertAwaited(
  tx: Transaction,
  budgetId: string,
  amendmentId: string | null,
): Promise<void> {
  if (amendmentId === null) return;
  const known = await tx.of(AmendmentRepository).list(budgetId);
  const found = known.find(({ id }) => id === amendmentId);
  if (!found) throw new DomainError('not-found', 'amendment.not_found');
  if (found.outcome !== null) throw new DomainError('conflict', 'amendment.settled');
}
