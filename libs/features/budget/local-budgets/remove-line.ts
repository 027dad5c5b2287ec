import { Injectable } from '@nestjs/common';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { BudgetReader } from './budget.reader.js';
import { asDrafter } from './budget.policy.js';
import { BudgetRepository } from './budget.repository.js';

/** The akimat takes a line out of a draft; what it rested on is free again. */
@Injectable()
export class RemoveLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budgets: BudgetReader,
  ) {}

  async run(officer: SignedIn, budgetId: string, number: number): Promise<void> {
    const actor = asDrafter(officer, await this.budgets.getPath(budgetId));
    await this.unitOfWork.run(async (tx) => {
      const budgets = tx.of(BudgetRepository);
      const { budget, lines } = await budgets.getForChange(budgetId);
      const line = lines.find((one) => one.number === number);
      if (!line) throw new DomainError('not-found', 'budget.line_not_found');
      await budgets.move(budget, 'edit', { agreedOn: null });
      await budgets.removeLine(budgetId, number);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.line_removed',
        objectKind: 'budget',
        objectId: budgetId,
        territory: budget.territoryKato,
        before: line,
      });
    });
  }
}
