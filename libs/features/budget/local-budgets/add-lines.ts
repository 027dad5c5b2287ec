import { Injectable } from '@nestjs/common';
import { assessLine, type BudgetLine } from '#rules/budgets/budget-draft.js';
import { assessOrigins } from '#rules/budgets/line-origin.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { BudgetReader } from './budget.reader.js';
import { asDrafter } from './budget.policy.js';
import { BudgetRepository } from './budget.repository.js';
import { LineOriginReader } from './line-origin.reader.js';

export type NewLine = Omit<BudgetLine, 'number'>;

export interface AddingLines {
  /** The lines that are there make room for the new ones. */
  readonly replaces?: boolean;
  /** Of the budget that the writer has seen. */
  readonly version?: number | null;
}

/** The akimat writes lines into a draft: all of them, or none where one is faulty. */
@Injectable()
export class AddLines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budgets: BudgetReader,
    private readonly origins: LineOriginReader,
  ) {}

  /** @returns the numbers of the new lines */
  async run(
    officer: SignedIn,
    budgetId: string,
    lines: readonly NewLine[],
    { replaces = false, version = null }: AddingLines = {},
  ): Promise<readonly number[]> {
    const path = await this.budgets.getPath(budgetId);
    const actor = asDrafter(officer, path);
    const onRecord = await this.origins.resolve(
      lines.map(({ origin }) => origin),
      path,
    );
    return this.unitOfWork.run(async (tx) => {
      const budgets = tx.of(BudgetRepository);
      const { budget, lines: held } = await budgets.getForChange(budgetId);
      assertCurrent(budget.version, version);
      const kept = replaces ? [] : held;
      const first = Math.max(0, ...kept.map(({ number }) => number)) + 1;
      const added = lines.map((line, place) => ({
        ...line,
        number: first + place,
        origin: onRecord.canonical(line.origin),
      }));
      assertNoFaults('budget.line_invalid', [
        ...added.flatMap(assessLine),
        ...assessOrigins(added, onRecord.isThere),
      ]);
      await budgets.move(budget, 'edit', { agreedOn: null });
      if (replaces) await budgets.removeLines(budgetId);
      for (const line of added) await budgets.addLine(budgetId, line);
      await tx.of(AuditEntryRepository).add(actor, {
        act: replaces ? 'budget.lines_replaced' : 'budget.lines_added',
        objectKind: 'budget',
        objectId: budgetId,
        territory: budget.territoryKato,
        ...(replaces ? { before: held } : {}),
        after: added,
      });
      return added.map(({ number }) => number);
    });
  }
}
