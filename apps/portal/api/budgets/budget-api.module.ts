import { Module } from '@nestjs/common';
import { ImplementationModule } from '#features/budget/implementation/implementation.module.js';
import { LocalBudgetsModule } from '#features/budget/local-budgets/local-budgets.module.js';
import { ObligationsModule } from '#features/budget/obligations/obligations.module.js';
import { SessionsModule } from '#features/budget/sessions/sessions.module.js';
import { TrailModule } from '#features/budget/trail/trail.module.js';
import { BudgetDecisionsController } from '../maslikhat-sessions/budget-decisions.controller.js';
import { MaslikhatSessionsController } from '../maslikhat-sessions/maslikhat-sessions.controller.js';
import { ObligationsController } from '../obligations/obligations.controller.js';
import { TrailController } from '../trail/trail.controller.js';
import { WorksController } from '../works/works.controller.js';
import { BudgetActsController } from './budget-acts.controller.js';
import { BudgetsController } from './budgets.controller.js';

const FEATURES = [
  ImplementationModule,
  LocalBudgetsModule,
  ObligationsModule,
  SessionsModule,
  TrailModule,
];

const CONTROLLERS = [
  BudgetsController,
  BudgetActsController,
  BudgetDecisionsController,
  MaslikhatSessionsController,
  ObligationsController,
  TrailController,
  WorksController,
];

/** The way from decisions to money, for programs; its features are for the pages too. */
@Module({ imports: FEATURES, controllers: CONTROLLERS, exports: FEATURES })
export class BudgetApiModule {}
