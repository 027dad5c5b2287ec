import { Injectable } from '@nestjs/common';
import { needsAssembly } from '#rules/budgets/budget-tier.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { actingAs } from '../../registry/officers/actor.js';
import { BudgetReader } from './budget.reader.js';
import { BudgetRepository } from './budget.repository.js';

/** The decision of the assembly that agreed the draft, by its minutes. */
export interface AssemblyAgreement {
  readonly budgetId: string;
  readonly minutesId: string;
  readonly item: number;
}

/**
 * Notes that the assembly agreed the draft of a rural budget: an item of minutes that both have
 * signed, decided in favour by the assembly of the same territory.
 */
@Injectable()
export class AgreeBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budgets: BudgetReader,
  ) {}

  async run(person: SignedIn, { budgetId, minutesId, item }: AssemblyAgreement): Promise<void> {
    const path = await this.budgets.getPath(budgetId);
    const actor = actingAs(person, ['secretary', 'officer', 'akim'], path);
    const agreedOn = await this.budgets.findAgreement({ budgetId, minutesId, item });
    await this.unitOfWork.run(async (tx) => {
      const budgets = tx.of(BudgetRepository);
      const { budget } = await budgets.getForChange(budgetId);
      if (!needsAssembly(budget.tier))
        throw new DomainError('rule-violated', 'budget.no_assembly_here');
      if (agreedOn === null)
        throw new DomainError('rule-violated', 'budget.agreement_not_on_record');
      await budgets.move(budget, 'agree', { agreedMinutesId: minutesId, agreedOn });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.agreed',
        objectKind: 'budget',
        objectId: budgetId,
        territory: budget.territoryKato,
        after: { minutesId, item, agreedOn },
      });
    });
  }
}
