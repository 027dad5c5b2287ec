import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentProject, type ProjectRead } from './project.presenter.js';
import { presentVersions } from './versions.presenter.js';

/** One project, and how its text came to be. */
@PageController('projects/:number')
export class ProjectPageController {
  constructor(
    private readonly pages: Pages,
    private readonly proposals: ProposalReader,
    private readonly reviews: ProposalReviewReader,
  ) {}

  @Show('', 'public')
  async show(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const read = await page.common(`project ${number}`, () => this.read(number));
      return page.render('projects/project', presentProject(read, page.say));
    });
  }

  @Show('versions', 'public')
  async versions(@Param('number') number: string, @Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const project = await this.proposals.getFor(undefined, number);
    const versions = await this.proposals.listVersions(project.id);
    return page.render('projects/versions', presentVersions(project, versions, page.say));
  }

  private async read(number: string): Promise<ProjectRead> {
    const project = await this.proposals.getFor(undefined, number);
    return { project, card: await this.reviews.getCard(project.id) };
  }
}
