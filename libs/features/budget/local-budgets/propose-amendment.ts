import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import {
  assessAmendment,
  balanceOfAmendment,
  type BudgetAmendment,
  needsAkim,
} from '#rules/budgets/budget-amendment.js';
import { possibleBudgetActs } from '#rules/budgets/budget-lifecycle.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { AmendmentRepository } from './amendment.repository.js';
import { BudgetReader } from './budget.reader.js';
import { asAmender } from './budget.policy.js';
import { BudgetRepository } from './budget.repository.js';

export type ProposedAmendment = Omit<BudgetAmendment, 'akimAgrees'>;

/** A deputy, or a commission through the secretary, proposes to change a submitted draft. */
@Injectable()
export class ProposeAmendment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
  ) {}

  /** @returns the id of the amendment */
  async run(person: SignedIn, budgetId: string, proposed: ProposedAmendment): Promise<string> {
    const id = v7();
    const actor = asAmender(person, await this.budgets.getMaslikhat(budgetId));
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { budget, lines } = await tx.of(BudgetRepository).getForChange(budgetId);
      assertAmendable(budget.state);
      const held = new Map(lines.map(({ number, amountTiyn }) => [number, amountTiyn]));
      const amendment = { ...proposed, akimAgrees: null };
      assertNoFaults(
        'amendment.invalid',
        assessAmendment(amendment, (line) => held.get(line)),
      );
      const written = { ...amendment, id, needsAkim: needsAkim(balanceOfAmendment(amendment)) };
      await tx.of(AmendmentRepository).add(budgetId, written, { actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.amendment_proposed',
        objectKind: 'budget',
        objectId: budgetId,
        territory: budget.maslikhatKato,
        after: written,
      });
    });
    return id;
  }
}

function assertAmendable(state: Parameters<typeof possibleBudgetActs>[0]): void {
  const possible = possibleBudgetActs(state);
  if (!possible.includes('amend'))
    throw new DomainError('conflict', 'budget.act_not_possible', { state, act: 'amend', possible });
}
