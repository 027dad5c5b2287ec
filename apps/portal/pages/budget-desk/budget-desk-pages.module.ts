import { Module } from '@nestjs/common';
import { BudgetApiModule } from '../../api/budgets/budget-api.module.js';
import { AgreementPagesController } from './agreement.controller.js';
import { BudgetDesk } from './budget-desk.js';
import { ConclusionPagesController } from './conclusion.controller.js';
import { BudgetDeskController } from './desk.controller.js';
import { DraftPagesController } from './draft.controller.js';
import { ExecutionPagesController } from './execution.controller.js';
import { ImportPagesController } from './import.controller.js';
import { DraftLinesController } from './lines.controller.js';
import { FreeOriginsController } from './origins.controller.js';
import { PlanPagesController } from './plan.controller.js';
import { DraftSumsController } from './sums.controller.js';

/** A11: the desk of those who draw up a budget. */
@Module({
  imports: [BudgetApiModule],
  controllers: [
    BudgetDeskController,
    DraftPagesController,
    DraftSumsController,
    DraftLinesController,
    FreeOriginsController,
    ImportPagesController,
    AgreementPagesController,
    PlanPagesController,
    ConclusionPagesController,
    ExecutionPagesController,
  ],
  providers: [BudgetDesk],
})
export class BudgetDeskPagesModule {}
