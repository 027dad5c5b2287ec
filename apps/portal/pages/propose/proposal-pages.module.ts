import { Module } from '@nestjs/common';
import { ExpertReviewModule } from '#features/participation/expert-review/expert-review.module.js';
import { ProposalsModule } from '#features/participation/proposals/proposals.module.js';
import { RoundsModule } from '#features/participation/rounds/rounds.module.js';
import { MyProposalsController } from '../my-proposals/my-proposals.controller.js';
import { ProjectPageController } from '../projects/project.controller.js';
import { ProjectsPageController } from '../projects/projects.controller.js';
import { ProposalFilePagesController } from './files.controller.js';
import { ProposalFormController } from './form.controller.js';
import { OwnDrafts } from './own-draft.js';
import { ProposePagesController } from './propose.controller.js';
import { ProposalQuestionController } from './question.controller.js';

const PAGES = [
  ProposePagesController,
  ProposalFormController,
  ProposalFilePagesController,
  ProposalQuestionController,
  MyProposalsController,
  ProjectsPageController,
  ProjectPageController,
];

/** Pages of proposing, of one's own proposals, and of the projects on the ballot. */
@Module({
  imports: [ExpertReviewModule, ProposalsModule, RoundsModule],
  controllers: PAGES,
  providers: [OwnDrafts],
})
export class ProposalPagesModule {}
