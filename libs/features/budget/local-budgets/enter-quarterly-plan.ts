import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { budgetDaysOf, lastDayOf } from '#rules/budgets/budget-days.js';
import { assessPlanAct, planLimit, type QuarterlyPlanAct } from '#rules/budgets/late-budget.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { BudgetReader } from './budget.reader.js';
import { asDrafter } from './budget.policy.js';
import type { BudgetRecord } from './budget.record.js';
import { BudgetRepository } from './budget.repository.js';

/**
 * The akimat enters the act by which a territory without an approved budget lives in the first
 * quarter. A later act mends an earlier one and stands beside it.
 *
 * @law BC arts. 86–93 (`law.md` 4.2)
 */
@Injectable()
export class EnterQuarterlyPlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
  ) {}

  async run(officer: SignedIn, budgetId: string, act: QuarterlyPlanAct): Promise<void> {
    const id = v7();
    const actor = asDrafter(officer, await this.budgets.getPath(budgetId));
    const { at, today } = await this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const budgets = tx.of(BudgetRepository);
      const { budget } = await budgets.getForChange(budgetId);
      if (budget.state === 'adopted') throw new DomainError('conflict', 'budget.adopted_already');
      assertNoFaults(
        'budget.plan_invalid',
        assessPlanAct(act, { today, atMostTiyn: limitOf(budget) }),
      );
      await budgets.addPlan({ ...act, id, budgetId }, { actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.quarterly_plan_entered',
        objectKind: 'budget',
        objectId: budgetId,
        territory: budget.territoryKato,
        after: act,
      });
    });
  }
}

function limitOf({ tier, year, revenuesTiyn, transfersTiyn }: BudgetRecord): bigint {
  const days = budgetDaysOf(tier, year, { higherSignedOn: null, approvedOn: null });
  return planLimit(revenuesTiyn + transfersTiyn, lastDayOf('quarterly-plan', days)!);
}
