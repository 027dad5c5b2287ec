import { Module } from '@nestjs/common';
import { DelegationsModule } from '#features/registry/delegations/delegations.module.js';
import { HandoversModule } from '#features/budget/handovers/handovers.module.js';
import { DiscrepanciesModule } from '#features/budget/discrepancies/discrepancies.module.js';
import { ExecutionModule } from '#features/budget/execution/execution.module.js';
import { HearingsModule } from '#features/budget/hearings/hearings.module.js';
import { LocalBudgetsModule } from '#features/budget/local-budgets/local-budgets.module.js';
import { ObligationsModule } from '#features/budget/obligations/obligations.module.js';
import { QuarterlyReportsModule } from '#features/budget/quarterly-reports/quarterly-reports.module.js';
import { SessionsModule } from '#features/budget/sessions/sessions.module.js';
import { TrailModule } from '#features/budget/trail/trail.module.js';
import { WorksModule } from '#features/budget/works/works.module.js';
import { ProposalsModule } from '#features/participation/proposals/proposals.module.js';
import { DelegationsController } from '../delegations/delegations.controller.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';
import { DiscrepanciesController } from '../discrepancies/discrepancies.controller.js';
import { BudgetDecisionsController } from '../maslikhat-sessions/budget-decisions.controller.js';
import { MaslikhatSessionsController } from '../maslikhat-sessions/maslikhat-sessions.controller.js';
import { SessionActsController } from '../maslikhat-sessions/session-acts.controller.js';
import { SessionDecisionsController } from '../maslikhat-sessions/session-decisions.controller.js';
import { ObligationsController } from '../obligations/obligations.controller.js';
import { OpenWorksController } from '../open-works/open-works.controller.js';
import { QuarterlyReportsController } from '../quarterly-reports/quarterly-reports.controller.js';
import { LineTrailController } from '../trail/line-trail.controller.js';
import { TrailController } from '../trail/trail.controller.js';
import { WorksSeenController } from '../works/works-seen.controller.js';
import { WorksController } from '../works/works.controller.js';
import { BudgetActsController } from './budget-acts.controller.js';
import { BudgetExecutionController } from './budget-execution.controller.js';
import { BudgetHearingsController } from './budget-hearings.controller.js';
import { BudgetTablesController } from './budget-tables.controller.js';
import { BudgetsController } from './budgets.controller.js';

const FEATURES = [
  DelegationsModule,
  DiscrepanciesModule,
  HandoversModule,
  ExecutionModule,
  HearingsModule,
  LocalBudgetsModule,
  ObligationsModule,
  ProposalsModule,
  QuarterlyReportsModule,
  SessionsModule,
  TerritoriesModule,
  TrailModule,
  WorksModule,
];

const CONTROLLERS = [
  BudgetsController,
  BudgetActsController,
  BudgetDecisionsController,
  DelegationsController,
  BudgetExecutionController,
  BudgetHearingsController,
  BudgetTablesController,
  DiscrepanciesController,
  LineTrailController,
  MaslikhatSessionsController,
  ObligationsController,
  SessionActsController,
  SessionDecisionsController,
  OpenWorksController,
  QuarterlyReportsController,
  TrailController,
  WorksController,
  WorksSeenController,
];

/** The way from decisions to money, for programs; its features are for the pages too. */
@Module({ imports: FEATURES, controllers: CONTROLLERS, exports: FEATURES })
export class BudgetApiModule {}
