import { Injectable } from '@nestjs/common';
import { assessConclusion } from '#rules/budgets/budget-amendment.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { AmendmentRepository, type StoredConclusion } from './amendment.repository.js';
import { BudgetReader } from './budget.reader.js';
import { asAkim } from './budget.policy.js';
import { BudgetRepository } from './budget.repository.js';

/** The akim's conclusion on one amendment. */
export type AkimConclusion = StoredConclusion;

/**
 * The akim concludes, once, on an amendment that makes expenses grow or revenues fall.
 *
 * @law LSG art. 7(2)
 */
@Injectable()
export class ConcludeOnAmendment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
  ) {}

  async run(person: SignedIn, conclusion: AkimConclusion): Promise<void> {
    const { budgetId, amendmentId, agrees, reasons } = conclusion;
    const path = await this.budgets.getPath(budgetId);
    const actor = asAkim(person, path.at(-1)!);
    assertNoFaults('amendment.conclusion_invalid', assessConclusion(agrees, reasons));
    const { at } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { budget } = await tx.of(BudgetRepository).getForChange(budgetId);
      await tx.of(AmendmentRepository).conclude(conclusion, { actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.amendment_concluded',
        objectKind: 'budget',
        objectId: budgetId,
        territory: budget.territoryKato,
        after: { amendmentId, agrees, reasons },
      });
    });
  }
}
