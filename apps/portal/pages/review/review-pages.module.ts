import { Module } from '@nestjs/common';
import { ExpertReviewModule } from '#features/participation/expert-review/expert-review.module.js';
import { ProposalsModule } from '#features/participation/proposals/proposals.module.js';
import { RoundsModule } from '#features/participation/rounds/rounds.module.js';
import { AppealController } from '../appeals/appeal.controller.js';
import { AppealsQueueController } from '../appeals/appeals.controller.js';
import { CouncilVoteController } from '../council/council-vote.controller.js';
import { CouncilController } from '../council/council.controller.js';
import { AdmissionPagesController } from './admission.controller.js';
import { AuthorRemarksController } from './author-remarks.controller.js';
import { CheckPagesController } from './check.controller.js';
import { DeskController } from './desk.controller.js';
import { EstimatePagesController } from './estimate.controller.js';
import { InboxController } from './inbox.controller.js';
import { RefusalPagesController } from './refusal.controller.js';
import { ReturnPagesController } from './return.controller.js';
import { ReviewDesk } from './review-desk.js';

const PAGES = [
  AppealController,
  AppealsQueueController,
  CouncilVoteController,
  CouncilController,
  AdmissionPagesController,
  AuthorRemarksController,
  CheckPagesController,
  DeskController,
  EstimatePagesController,
  InboxController,
  RefusalPagesController,
  ReturnPagesController,
];

/** Pages of the review: officers, Expert Council, re-examination, and the author's remarks. */
@Module({
  imports: [ExpertReviewModule, ProposalsModule, RoundsModule],
  controllers: PAGES,
  providers: [ReviewDesk],
})
export class ReviewPagesModule {}
