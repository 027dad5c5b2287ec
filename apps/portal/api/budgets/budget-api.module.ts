import { Module } from '@nestjs/common';
import { LocalBudgetsModule } from '#features/budget/local-budgets/local-budgets.module.js';
import { ObligationsModule } from '#features/budget/obligations/obligations.module.js';
import { SessionsModule } from '#features/budget/sessions/sessions.module.js';
import { BudgetDecisionsController } from '../maslikhat-sessions/budget-decisions.controller.js';
import { MaslikhatSessionsController } from '../maslikhat-sessions/maslikhat-sessions.controller.js';
import { ObligationsController } from '../obligations/obligations.controller.js';
import { BudgetActsController } from './budget-acts.controller.js';
import { BudgetsController } from './budgets.controller.js';

const FEATURES = [LocalBudgetsModule, ObligationsModule, SessionsModule];

const CONTROLLERS = [
  BudgetsController,
  BudgetActsController,
  BudgetDecisionsController,
  MaslikhatSessionsController,
  ObligationsController,
];

/** The way from decisions to money, for programs; its features are for the pages too. */
@Module({ imports: FEATURES, controllers: CONTROLLERS, exports: FEATURES })
export class BudgetApiModule {}
