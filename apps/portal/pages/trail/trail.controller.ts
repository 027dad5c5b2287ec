import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentTrailPage } from './trail.presenter.js';

/** One project from the first draft to the warranty, step under step. */
@PageController('projects/:number/trail')
export class TrailPageController {
  constructor(
    private readonly pages: Pages,
    private readonly proposals: ProposalReader,
    private readonly trails: TrailReader,
  ) {}

  @Show('', 'public')
  async show(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const project = await this.proposals.getFor(undefined, number);
      const trail = await this.trails.get(project.id);
      return page.render('trail/trail', presentTrailPage(project, trail, page.say));
    });
  }
}
