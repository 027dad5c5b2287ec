import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import {
  assessExecution,
  type LineExecution,
  type Quarter,
  quartersOver,
} from '#rules/budgets/budget-execution.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { BudgetReader } from '../local-budgets/budget.reader.js';
import { asDrafter } from '../local-budgets/budget.policy.js';
import { BudgetRepository } from '../local-budgets/budget.repository.js';
import { ExecutionRepository } from './execution.repository.js';

export interface QuarterEntry {
  readonly budgetId: string;
  readonly quarter: Quarter;
  readonly lines: readonly LineExecution[];
  /** Of the budget; null asks for nothing. */
  readonly version: number | null;
}

/** The akimat enters what was paid of an adopted budget to the end of a quarter, line by line. */
@Injectable()
export class EnterExecution {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
  ) {}

  async run(officer: SignedIn, entry: QuarterEntry): Promise<void> {
    const id = v7();
    const { budgetId, quarter, lines, version } = entry;
    const actor = asDrafter(officer, await this.budgets.getPath(budgetId));
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { budget, lines: held } = await tx.of(BudgetRepository).getForChange(budgetId);
      const { state, year } = budget;
      assertCurrent(budget.version, version);
      if (state !== 'adopted')
        throw new DomainError('conflict', 'execution.budget_not_adopted', { state });
      const known = {
        isOver: quartersOver(year, today).includes(quarter),
        isLine: (line: number) => held.some(({ number }) => number === line),
      };
      assertNoFaults('execution.invalid', assessExecution(lines, known));
      await tx.of(ExecutionRepository).add({ id, budgetId, quarter, lines }, { actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.execution_entered',
        objectKind: 'budget',
        objectId: budgetId,
        territory: budget.territoryKato,
        after: { quarter, lines },
      });
    });
  }
}
