import { Injectable } from '@nestjs/common';
import { assessLine, type BudgetLine } from '#rules/budgets/budget-draft.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { BudgetReader } from './budget.reader.js';
import { asDrafter } from './budget.policy.js';
import { BudgetRepository } from './budget.repository.js';

/** A line as it should be; what is left out stays. What it rests on does not change. */
export interface LineEdit {
  readonly budgetId: string;
  readonly number: number;
  readonly changes: Partial<Omit<BudgetLine, 'number' | 'origin'>>;
  /** Of the budget; null asks for nothing. */
  readonly version: number | null;
}

/** The akimat changes a line of a draft. */
@Injectable()
export class ChangeLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budgets: BudgetReader,
  ) {}

  async run(officer: SignedIn, { budgetId, number, changes, version }: LineEdit): Promise<void> {
    const actor = asDrafter(officer, await this.budgets.getPath(budgetId));
    await this.unitOfWork.run(async (tx) => {
      const budgets = tx.of(BudgetRepository);
      const { budget, lines } = await budgets.getForChange(budgetId);
      const before = lines.find((line) => line.number === number);
      if (!before) throw new DomainError('not-found', 'budget.line_not_found');
      assertCurrent(budget.version, version);
      const after = { ...before, ...changes };
      assertNoFaults('budget.line_invalid', assessLine(after));
      await budgets.move(budget, 'edit', { agreedOn: null });
      await budgets.changeLine(budgetId, after);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.line_changed',
        objectKind: 'budget',
        objectId: budgetId,
        territory: budget.territoryKato,
        before,
        after,
      });
    });
  }
}
