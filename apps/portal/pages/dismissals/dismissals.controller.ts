import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HeardReportReader } from '#features/assemblies/akim-answers/heard-report.reader.js';
import { DismissalReader } from '#features/budget/dismissals/dismissal.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentDismissal } from './dismissal.presenter.js';
import { dismissalTable } from './dismissal-table.presenter.js';

/** Dismissals of akims for everybody: what was done, what is missing, what is late. */
@PageController('dismissals')
export class DismissalPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly dismissals: DismissalReader,
    private readonly reports: HeardReportReader,
  ) {}

  @Show('', 'public')
  async list(@Query('place') place: unknown, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const territory = typeof place === 'string' && /^\d{9}$/.test(place) ? place : undefined;
    return page.shared(async () => {
      const rows = await this.dismissals.list(territory);
      const title = page.say.t('dismissals.title');
      const table = rows.length > 0 ? dismissalTable(rows, '/dismissals', page.say) : undefined;
      return page.render('dismissals/list', { title, table });
    });
  }

  @Show(':id', 'public')
  async show(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const dismissal = await this.dismissals.get(id);
      const { reports } = await this.reports.getOf(dismissal.territory, page.frame.today);
      const model = presentDismissal({ dismissal, reports }, page.say);
      return page.render('dismissals/dismissal', model);
    });
  }
}
