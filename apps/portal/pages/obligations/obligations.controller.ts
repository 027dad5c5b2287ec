import { Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ObligationReader } from '#features/budget/obligations/obligation.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { ON_A_PAGE, readObligationsQuery } from './obligations-query.js';
import { presentObligations } from './obligations.presenter.js';

/** The legal clock: who owes what by when, for everybody. */
@PageController('obligations')
export class ObligationPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly obligations: ObligationReader,
  ) {}

  @Show('', 'public')
  async list(
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const query = readObligationsQuery(sent);
    return page.shared(async () => {
      const [rows, days] = await Promise.all([
        this.obligations.list({ ...query, limit: ON_A_PAGE + 1 }),
        this.obligations.listDays(query.territory),
      ]);
      const model = presentObligations({ query, rows, days, today: page.frame.today }, page.say);
      return page.render('obligations/obligations', model);
    });
  }
}
