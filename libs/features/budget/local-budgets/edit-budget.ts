import { Injectable } from '@nestjs/common';
import type { BudgetSums } from '#rules/budgets/budget-draft.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { assertCurrent } from '#platform/persistence/assert-current.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { BudgetReader } from './budget.reader.js';
import { asDrafter } from './budget.policy.js';
import { BudgetRepository, sumsOf } from './budget.repository.js';

export interface BudgetEdit {
  readonly id: string;
  readonly sums: Partial<BudgetSums>;
  /** Day of the higher act; it may become known after the submission. */
  readonly higherSignedOn?: CivilDate | undefined;
  readonly version: number | null;
}

/** The akimat changes the sums of a draft; a change of an agreed one asks the assembly again. */
@Injectable()
export class EditBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budgets: BudgetReader,
  ) {}

  async run(officer: SignedIn, { id, sums, higherSignedOn, version }: BudgetEdit): Promise<void> {
    const actor = asDrafter(officer, await this.budgets.getPath(id));
    await this.unitOfWork.run(async (tx) => {
      const budgets = tx.of(BudgetRepository);
      const { budget } = await budgets.getForChange(id);
      assertCurrent(budget.version, version);
      const signed = higherSignedOn === undefined ? {} : { higherSignedOn };
      if (Object.keys(sums).length > 0)
        await budgets.move(budget, 'edit', { ...sums, ...signed, agreedOn: null });
      else await budgets.change(budget, signed);
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.edited',
        objectKind: 'budget',
        objectId: id,
        territory: budget.territoryKato,
        before: sumsOf(budget),
        after: { ...sums, ...signed },
      });
    });
  }
}
