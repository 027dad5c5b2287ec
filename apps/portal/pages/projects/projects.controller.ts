import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { inSequence, ProjectReader } from '#features/participation/proposals/project.reader.js';
import { RoundReader } from '#features/participation/rounds/round.reader.js';
import { Costs } from '#platform/limits/costs.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import {
  drawSeed,
  filterKey,
  projectsPath,
  questionOf,
  readProjectsQuery,
} from './projects-query.js';
import { presentProjects } from './projects.presenter.js';

/** What can be voted on in a round: as cards, on a map, as a table. */
@PageController('rounds/:id/projects')
export class ProjectsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: RoundReader,
    private readonly projects: ProjectReader,
  ) {}

  /** Without a seed one is drawn first, so that the address always tells the sequence. */
  @Show('', 'public')
  @Costs('search', 'q')
  async list(
    @Param('id') id: string,
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const round = await page.common(`round ${id}`, () => this.rounds.getPublic(id));
    const query = readProjectsQuery(sent);
    if (query.order === 'random' && query.seed === null)
      return page.goTo(projectsPath(round.id, { ...query, seed: drawSeed() }));
    return page.shared(async () => {
      const question = questionOf(query);
      const found = await page.common(`projects ${round.id} ${filterKey(query)}`, () =>
        this.projects.find(round.id, question),
      );
      const projects = inSequence(found, question);
      return page.render('projects/list', presentProjects({ round, query, projects }, page.say));
    });
  }
}
