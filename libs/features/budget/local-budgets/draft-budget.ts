import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { BudgetSums } from '#rules/budgets/budget-draft.js';
import { approvingTerritory, type BudgetTier, budgetTierOf } from '#rules/budgets/budget-tier.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { TerritoryLevel } from '#rules/registry/territory-level.js';
import { DatabaseClock } from '#platform/clock/clock.js';
import type { SignedIn } from '#platform/identity/signed-in.js';
import { UnitOfWork } from '#platform/persistence/unit-of-work.js';
import { AuditEntryRepository } from '../../record/audit-trail/audit-entry.repository.js';
import { TerritoryReader, type TerritoryRow } from '../../registry/territories/territory.reader.js';
import { asDrafter } from './budget.policy.js';
import { BudgetRepository } from './budget.repository.js';

export interface NewBudget extends BudgetSums {
  readonly territory: string;
  readonly year: number;
}

const NOT_YET = {
  higherSignedOn: null,
  agreedMinutesId: null,
  agreedOn: null,
  submittedOn: null,
  adoptedOn: null,
} as const;

/** The akimat begins the draft of its territory's budget for a year. */
@Injectable()
export class DraftBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: DatabaseClock,
    private readonly territories: TerritoryReader,
  ) {}

  /** @returns the id of the draft */
  async run(officer: SignedIn, { territory, year, ...sums }: NewBudget): Promise<string> {
    const id = v7();
    const unit = await this.territories.get(territory);
    const actor = asDrafter(officer, unit.path);
    const { tier, maslikhat } = await this.placeOf(unit);
    const { at, today } = await this.clock.now();
    assertYear(year, Number(today.slice(0, 4)));
    await this.unitOfWork.run(async (tx) => {
      await tx.of(BudgetRepository).add({
        id,
        territoryKato: territory,
        maslikhatKato: maslikhat,
        year,
        tier,
        state: 'draft',
        ...sums,
        ...NOT_YET,
        createdAt: at,
        version: 1,
      });
      await tx.of(AuditEntryRepository).add(actor, {
        act: 'budget.drafted',
        objectKind: 'budget',
        objectId: id,
        territory,
        after: { year, ...sums },
      });
    });
    return id;
  }

  private async placeOf(unit: TerritoryRow): Promise<{ tier: BudgetTier; maslikhat: string }> {
    const tier = budgetTierOf(unit.level as TerritoryLevel);
    const above = await this.territories.getMany(unit.path);
    const path = unit.path.toReversed().flatMap((kato) => {
      const found = above.find((one) => one.kato === kato);
      return found ? [{ kato, level: found.level as TerritoryLevel }] : [];
    });
    const maslikhat = approvingTerritory(path);
    if (tier === null || maslikhat === null)
      throw new DomainError('rule-violated', 'budget.no_budget_here', { level: unit.level });
    return { tier, maslikhat };
  }
}

/** A draft is made in the year before its own; a late one in its own year. */
function assertYear(year: number, thisYear: number): void {
  if (year >= thisYear && year <= thisYear + 3) return;
  const details = { from: thisYear, until: thisYear + 3 };
  throw new DomainError('rule-violated', 'budget.year_out_of_reach', details);
}
