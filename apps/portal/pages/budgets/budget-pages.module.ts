import { Module } from '@nestjs/common';
import { BudgetApiModule } from '../../api/budgets/budget-api.module.js';
import { DutiesController } from '../obligations/duties.controller.js';
import { ObligationPagesController } from '../obligations/obligations.controller.js';
import { TrailPagesController } from '../trail/trail.controller.js';
import { BudgetPagesController } from './budgets.controller.js';

/** Pages of the way from decisions to money. */
@Module({
  imports: [BudgetApiModule],
  controllers: [
    BudgetPagesController,
    ObligationPagesController,
    DutiesController,
    TrailPagesController,
  ],
})
export class BudgetPagesModule {}
