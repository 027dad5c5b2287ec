import { Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DiscrepancyReader } from '#features/budget/trail/discrepancy.reader.js';
import { TrailReader } from '#features/budget/trail/trail.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { discrepanciesFeed } from './discrepancies-feed.js';
import { presentDiscrepancies, readDiscrepanciesQuery } from './discrepancies.presenter.js';
import { presentTrailPage } from './trail.presenter.js';

/** R08 and J05: the way of a project's money, and what does not follow. */
@PageController()
export class TrailPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly trails: TrailReader,
    private readonly discrepancies: DiscrepancyReader,
  ) {}

  @Show('projects/:id/trail', 'public')
  async trail(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () =>
      page.render('trail/trail', presentTrailPage(await this.trails.get(id), page.say)),
    );
  }

  @Show('discrepancies', 'public')
  async list(
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const query = readDiscrepanciesQuery(sent);
    return page.shared(async () => {
      const rows = await this.discrepancies.list(query);
      return page.render('trail/discrepancies', presentDiscrepancies(query, rows, page.say));
    });
  }

  @Show('discrepancies/feed.atom', 'public')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  async feed(@Query() sent: Record<string, unknown>, @Req() request: FastifyRequest) {
    const page = this.pages.open(request);
    const rows = await this.discrepancies.list(readDiscrepanciesQuery(sent));
    return discrepanciesFeed(rows, page.say, page.frame.origin ?? `http://${request.host}`);
  }
}
