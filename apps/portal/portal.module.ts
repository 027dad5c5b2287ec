import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import type { Config } from '#platform/config/config.js';
import { CostGuard } from '#platform/limits/cost.guard.js';
import { IdempotencyInterceptor } from '#platform/http/idempotency.interceptor.js';
import { StoredAnswers } from '#platform/http/stored-answers.js';
import { PublicReadingInterceptor } from '#platform/http/public-reading.interceptor.js';
import { ProblemFilter, ProblemPresenter } from '#platform/http/problem.filter.js';
import { AccessGuard } from '#platform/identity/access.guard.js';
import { LivingSessions } from '#platform/identity/living-sessions.js';
import { ProofDemands } from '#platform/identity/proof-demands.js';
import { PlatformModule } from '#platform/platform.module.js';
import { API_CONTROLLERS } from './api/api-controllers.js';
import { IntegrityAnswers } from './api/integrity/integrity-answers.js';
import { ResultAnswers } from './api/results/result-answers.js';
import { BrowserSessions } from './api/sessions/browser-sessions.js';
import { EgovModule } from './api/sessions/egov/egov.module.js';
import { Roll } from './api/sessions/roll.js';
import { StandInIdentity } from './api/sessions/stand-in-identity.js';
import { StandInStrategy } from './api/sessions/stand-in.strategy.js';
import { FileFormInterceptor } from './pages/_frame/file-form.interceptor.js';
import { FrameModule } from './pages/_frame/frame.module.js';
import { PageInterceptor } from './pages/_frame/page.interceptor.js';
import { PAGE_CONTROLLERS } from './pages/page-controllers.js';
import { MyMatters } from './pages/my/my-matters.js';
import { QuarantineDesks } from './pages/quarantine/quarantine-desks.js';
import { CountPage } from './pages/results/count-page.js';
import { SessionDeskPagesModule } from './pages/session-desk/session-desk-pages.module.js';
import { BudgetDeskPagesModule } from './pages/budget-desk/budget-desk-pages.module.js';
import { BudgetPagesModule } from './pages/budgets/budget-pages.module.js';
import { PetitionPagesModule } from './pages/petitions/petition-pages.module.js';
import { ProposalPagesModule } from './pages/propose/proposal-pages.module.js';
import { ReviewPagesModule } from './pages/review/review-pages.module.js';
import { AssemblyApiModule } from './api/assemblies/assembly-api.module.js';
import { AssemblyDeskPagesModule } from './pages/assembly-desk/assembly-desk-pages.module.js';
import { DecisionDeskPagesModule } from './pages/decision-desk/decision-desk-pages.module.js';
import { AssemblyPagesModule } from './pages/assemblies/assembly-pages.module.js';
import { DismissalApiModule } from './api/dismissals/dismissal-api.module.js';
import { DismissalPagesModule } from './pages/dismissals/dismissal-pages.module.js';
import { CommissionDeskPagesModule } from './pages/commission-desk/commission-desk-pages.module.js';
import { DeputyApiModule } from './api/deputies/deputy-api.module.js';
import { DeputyDeskPagesModule } from './pages/deputy-desk/deputy-desk-pages.module.js';
import { VotePagesModule } from './pages/vote/vote-pages.module.js';
import type { SlowClientLimits } from './slow-clients.js';
import { PORTAL_FEATURES } from './portal-features.js';
import { PortalProblemPresenter } from './problem-presenter.js';

export interface PortalSetup {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly onPoolError: (error: unknown) => void;
  /** Other patience than the usual one, for tests of it. */
  readonly slowClients?: SlowClientLimits;
}

/** The HTTP process: features behind an API and pages. */
@Module({})
export class PortalModule {
  static for(setup: PortalSetup): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        PlatformModule.for(setup.config, setup.databaseUrl, setup.onPoolError),
        DiscoveryModule,
        FrameModule,
        PassportModule,
        ...PORTAL_FEATURES,
        BudgetDeskPagesModule,
        BudgetPagesModule,
        SessionDeskPagesModule,
        CommissionDeskPagesModule,
        AssemblyDeskPagesModule,
        AssemblyPagesModule,
        DecisionDeskPagesModule,
        PetitionPagesModule,
        EgovModule,
        AssemblyApiModule,
        DeputyApiModule,
        DismissalApiModule,
        DismissalPagesModule,
        DeputyDeskPagesModule,
        ProposalPagesModule,
        ReviewPagesModule,
        VotePagesModule,
      ],
      controllers: [...API_CONTROLLERS, ...PAGE_CONTROLLERS],
      providers: [
        CountPage,
        MyMatters,
        ResultAnswers,
        IntegrityAnswers,
        QuarantineDesks,
        BrowserSessions,
        LivingSessions,
        ProofDemands,
        Roll,
        StandInIdentity,
        StandInStrategy,
        StoredAnswers,
        { provide: ProblemPresenter, useClass: PortalProblemPresenter },
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        // After it: a limit is of the person who is signed in.
        { provide: APP_GUARD, useClass: CostGuard },
        // The first one is outermost: it sends what the last one may have found stored.
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_INTERCEPTOR, useClass: FileFormInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: PublicReadingInterceptor },
      ],
    };
  }
}
