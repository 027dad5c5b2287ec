import { Injectable } from '@nestjs/common';
import { assessSubmission } from '#rules/budgets/budget-submission.js';
import { housingFloorOn } from '#rules/budgets/housing-floor.js';
import { assertNoFaults } from '#rules/kernel/domain-error.js';
import { nationalScopeOn } from '#rules/participation/national-scope.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import { BudgetReader } from './budget.reader.js';
import { asDrafter } from './budget.policy.js';
import { BudgetRepository, sumsOf } from './budget.repository.js';
import { LineOriginReader } from './line-origin.reader.js';

/** The akimat submits its draft to the maslikhat; lateness is shown and stops nothing. */
@Injectable()
export class SubmitBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly budgets: BudgetReader,
    private readonly origins: LineOriginReader,
    private readonly territories: TerritoryReader,
  ) {}

  async run(officer: SignedIn, id: string): Promise<void> {
    const path = await this.budgets.getPath(id);
    const actor = asDrafter(officer, path);
    const { at, today } = await this.clock.now();
    const onRecord = await this.origins.resolve(await this.budgets.listOrigins(id), path);
    const place = await this.territories.getBudgetPlace(path.at(-1)!);
    await this.unitOfWork.run(async (tx) => {
      const budgets = tx.of(BudgetRepository);
      const { budget, lines } = await budgets.getForChange(id);
      const scope = nationalScopeOn(place, today);
      const submission = {
        tier: budget.tier,
        draft: { ...sumsOf(budget), lines },
        assemblyAgreedOn: budget.agreedOn,
        floor: scope.applies ? housingFloorOn(today, scope.kind, lines) : null,
        today,
      };
      assertNoFaults('budget.invalid', assessSubmission(submission, onRecord.isThere));
      const submitted = await budgets.move(budget, 'submit', { submittedOn: today });
      await budgets.keepVersion(submitted, 'submitted', { actor, at });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.submitted',
        objectKind: 'budget',
        objectId: id,
        territory: budget.territoryKato,
        after: { year: budget.year, lines: lines.length },
      });
    });
  }
}
