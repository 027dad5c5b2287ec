import { Injectable } from '@nestjs/common';
import { type BudgetDay, budgetDaysOf } from '#rules/budgets/budget-days.js';
import {
  assessSubmission,
  submissionLateness,
  type SubmissionLateness,
} from '#rules/budgets/budget-submission.js';
import { type HousingFloor, housingFloorOn } from '#rules/budgets/housing-floor.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { nationalScopeOn } from '#rules/participation/national-scope.js';
import { TerritoryReader } from '../../registry/territories/territory.reader.js';
import type { BudgetRow } from './budget-row.js';
import { LineOriginReader } from './line-origin.reader.js';

/** What stands between a draft and the maslikhat, as of today. */
export interface Readiness {
  readonly faults: readonly Fault[];
  /** Null where the national participation budget does not reach the place. */
  readonly floor: HousingFloor | null;
  readonly days: readonly BudgetDay[];
  readonly lateness: SubmissionLateness | null;
}

/** Asks of a draft what its submission will ask. */
@Injectable()
export class ReadinessReader {
  constructor(
    private readonly origins: LineOriginReader,
    private readonly territories: TerritoryReader,
  ) {}

  async get(budget: BudgetRow): Promise<Readiness> {
    const { tier, year, today, agreedOn, higherSignedOn, adoptedOn } = budget;
    const lines = budget.lines.map(({ originKind, originId, ...line }) => ({
      ...line,
      origin: { kind: originKind, id: originId },
    }));
    const onRecord = await this.origins.resolve(
      lines.map(({ origin }) => origin),
      budget.territoryPath,
    );
    const scope = nationalScopeOn(await this.territories.getBudgetPlace(budget.territory), today);
    const floor = scope.applies ? housingFloorOn(today, scope.kind, lines) : null;
    const draft = { ...budget, lines };
    const submission = { tier, draft, assemblyAgreedOn: agreedOn, floor, today };
    const days = budgetDaysOf(tier, year, { higherSignedOn, approvedOn: adoptedOn });
    return {
      faults: assessSubmission(submission, onRecord.isThere),
      floor,
      days,
      lateness: submissionLateness(days, today),
    };
  }
}
