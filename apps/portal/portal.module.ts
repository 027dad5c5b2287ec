import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { BallotsModule } from '#features/participation/ballots/ballots.module.js';
import { ExpertReviewModule } from '#features/participation/expert-review/expert-review.module.js';
import { ResultsModule } from '#features/participation/results/results.module.js';
import { ProposalsModule } from '#features/participation/proposals/proposals.module.js';
import { RoundsModule } from '#features/participation/rounds/rounds.module.js';
import { AuditTrailModule } from '#features/record/audit-trail/audit-trail.module.js';
import { LocalActsModule } from '#features/registry/local-acts/local-acts.module.js';
import { OfficersModule } from '#features/registry/officers/officers.module.js';
import { ResidentsModule } from '#features/registry/residents/residents.module.js';
import { TerritoriesModule } from '#features/registry/territories/territories.module.js';
import type { Config } from '#platform/config/config.js';
import { IdempotencyInterceptor } from '#platform/http/idempotency.interceptor.js';
import { ProblemFilter, ProblemPresenter } from '#platform/http/problem.filter.js';
import { AccessGuard } from '#platform/identity/access.guard.js';
import { PlatformModule } from '#platform/platform.module.js';
import { AuditTrailController } from './api/audit-trail/audit-trail.controller.js';
import { BallotsController } from './api/ballots/ballots.controller.js';
import { ReceiptsController } from './api/ballots/receipts.controller.js';
import { LotteryController } from './api/lottery/lottery.controller.js';
import { ClosureController } from './api/results/closure.controller.js';
import { PublicationController } from './api/results/publication.controller.js';
import { ResultAnswers } from './api/results/result-answers.js';
import { ResultsController } from './api/results/results.controller.js';
import { AppealsController } from './api/review/appeals.controller.js';
import { ChecksController } from './api/review/checks.controller.js';
import { DecisionsController } from './api/review/decisions.controller.js';
import { ProjectsController } from './api/proposals/projects.controller.js';
import { ProposalFilesController } from './api/proposals/proposal-files.controller.js';
import { ProposalsController } from './api/proposals/proposals.controller.js';
import { StoredFilesController } from './api/proposals/stored-files.controller.js';
import { ExtensionsController } from './api/rounds/extensions.controller.js';
import { RoundActsController } from './api/rounds/round-acts.controller.js';
import { RoundsController } from './api/rounds/rounds.controller.js';
import { RulebookController } from './api/rulebook/rulebook.controller.js';
import { Roll } from './api/sessions/roll.js';
import { SessionsController } from './api/sessions/sessions.controller.js';
import { StandInIdentity } from './api/sessions/stand-in-identity.js';
import { StandInStrategy } from './api/sessions/stand-in.strategy.js';
import { HealthController } from './api/system/health.controller.js';
import { TerritoriesController } from './api/territories/territories.controller.js';
import { FrameModule } from './pages/_frame/frame.module.js';
import { PageInterceptor } from './pages/_frame/page.interceptor.js';
import { FrontDoorController } from './pages/front-door.controller.js';
import { IdentityPagesController } from './pages/identity/identity.controller.js';
import { CountingPagesController } from './pages/counting/counting-pages.controller.js';
import { LotteryPagesController } from './pages/lottery/lottery-pages.controller.js';
import { CountPage } from './pages/results/count-page.js';
import { CountPagesController } from './pages/results/count-pages.controller.js';
import { PublicationPagesController } from './pages/results/publication-pages.controller.js';
import { ResultsPagesController } from './pages/results/results-pages.controller.js';
import { PetitionPagesModule } from './pages/petitions/petition-pages.module.js';
import { ProposalPagesModule } from './pages/propose/proposal-pages.module.js';
import { ReviewPagesModule } from './pages/review/review-pages.module.js';
import { AuditPageController } from './pages/audit/audit.controller.js';
import { DeputyApiModule } from './api/deputies/deputy-api.module.js';
import { DeputyDeskPagesModule } from './pages/deputy-desk/deputy-desk-pages.module.js';
import { HomePageController } from './pages/home/home.controller.js';
import { PlacePagesController } from './pages/places/places.controller.js';
import { ExtensionPagesController } from './pages/round-setup/extension-pages.controller.js';
import { RoundDeskController } from './pages/round-setup/round-desk.controller.js';
import { RoundEditController } from './pages/round-setup/round-edit.controller.js';
import { RoundSetupController } from './pages/round-setup/setup.controller.js';
import { RoundPagesController } from './pages/rounds/rounds.controller.js';
import { AboutPagesController } from './pages/about/about.controller.js';
import { MyPagesController } from './pages/my/my.controller.js';
import { ReceiptPagesController } from './pages/receipt/receipts.controller.js';
import { ShortReceiptController } from './pages/receipt/short-receipt.controller.js';
import { VotePagesModule } from './pages/vote/vote-pages.module.js';
import { RulebookPageController } from './pages/rulebook/rulebook.controller.js';
import { PortalProblemPresenter } from './problem-presenter.js';

const FEATURES = [
  AuditTrailModule,
  BallotsModule,
  ExpertReviewModule,
  ProposalsModule,
  LocalActsModule,
  OfficersModule,
  ResidentsModule,
  ResultsModule,
  RoundsModule,
  TerritoriesModule,
];

const API = [
  AuditTrailController,
  BallotsController,
  ReceiptsController,
  HealthController,
  ProjectsController,
  ProposalFilesController,
  ProposalsController,
  LotteryController,
  ClosureController,
  PublicationController,
  ResultsController,
  AppealsController,
  ChecksController,
  DecisionsController,
  ExtensionsController,
  RoundActsController,
  RoundsController,
  RulebookController,
  SessionsController,
  StoredFilesController,
  TerritoriesController,
];

const PAGES = [
  RulebookPageController,
  RoundPagesController,
  RoundSetupController,
  RoundDeskController,
  RoundEditController,
  ExtensionPagesController,
  PlacePagesController,
  HomePageController,
  AuditPageController,
  FrontDoorController,
  IdentityPagesController,
  CountingPagesController,
  LotteryPagesController,
  CountPagesController,
  PublicationPagesController,
  ResultsPagesController,
  AboutPagesController,
  MyPagesController,
  ReceiptPagesController,
  ShortReceiptController,
];

export interface PortalSetup {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly onPoolError: (error: unknown) => void;
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
        ...FEATURES,
        PetitionPagesModule,
        DeputyApiModule,
        DeputyDeskPagesModule,
        ProposalPagesModule,
        ReviewPagesModule,
        VotePagesModule,
      ],
      controllers: [...API, ...PAGES],
      providers: [
        CountPage,
        ResultAnswers,
        Roll,
        StandInIdentity,
        StandInStrategy,
        { provide: ProblemPresenter, useClass: PortalProblemPresenter },
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        // The first one is outermost: it sends what the second one may have found stored.
        { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
