import { Module } from '@nestjs/common';
import { EnclosuresModule } from '#features/record/enclosures/enclosures.module.js';
import { BudgetApiModule } from '../../api/budgets/budget-api.module.js';
import { DiscrepancyPagesController } from '../discrepancies/discrepancies.controller.js';
import { EnclosingForms } from '../enclosures/enclosing-forms.js';
import { HandoverDeskController } from '../handovers/handover-desk.controller.js';
import { HandoverPagesController } from '../handovers/handovers.controller.js';
import { DelegationController } from '../obligations/delegation.controller.js';
import { DutiesController } from '../obligations/duties.controller.js';
import { ObligationPagesController } from '../obligations/obligations.controller.js';
import { QuarterlyReportPagesController } from '../quarterly-reports/quarterly-reports.controller.js';
import { LineTrailPageController } from '../trail/line-trail.controller.js';
import { TrailPageController } from '../trail/trail.controller.js';
import { AcceptanceController } from '../works/acceptance.controller.js';
import { ScopeChangeController } from '../works/change.controller.js';
import { WorksContractController } from '../works/contract.controller.js';
import { WorksDecisionController } from '../works/decision.controller.js';
import { MilestoneController } from '../works/milestone.controller.js';
import { ResidentReportController } from '../works/report.controller.js';
import { WorksDeskController } from '../works/works-desk.controller.js';
import { WorksForms } from '../works/works-forms.js';
import { WorksPageController } from '../works/works.controller.js';
import { BudgetPagesController } from './budgets.controller.js';
import { ComparisonPagesController } from './comparison.controller.js';

/** Pages of the way from decisions to money, and from money to what is built. */
@Module({
  imports: [BudgetApiModule, EnclosuresModule],
  controllers: [
    AcceptanceController,
    BudgetPagesController,
    DelegationController,
    ComparisonPagesController,
    DiscrepancyPagesController,
    HandoverDeskController,
    HandoverPagesController,
    DutiesController,
    LineTrailPageController,
    MilestoneController,
    ObligationPagesController,
    QuarterlyReportPagesController,
    ResidentReportController,
    ScopeChangeController,
    TrailPageController,
    WorksContractController,
    WorksDecisionController,
    WorksDeskController,
    WorksPageController,
  ],
  providers: [EnclosingForms, WorksForms],
})
export class BudgetPagesModule {}
