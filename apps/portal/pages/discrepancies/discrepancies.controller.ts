import { Header, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  type DiscrepanciesQuestion,
  DiscrepancyReader,
} from '#features/budget/discrepancies/discrepancy.reader.js';
import { isDiscrepancyKind } from '#rules/implementation/discrepancy-kind.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { discrepanciesFeed } from './discrepancies-feed.js';
import {
  ON_A_PAGE,
  presentDiscrepancies,
  presentDiscrepancyPage,
} from './discrepancies.presenter.js';

const IN_FEED = 50;

/** What does not follow from what it should, for everybody. */
@PageController('discrepancies')
export class DiscrepancyPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly discrepancies: DiscrepancyReader,
  ) {}

  @Show('', 'public')
  async list(
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const query = questionIn(sent);
    return page.shared(async () => {
      const rows = await this.discrepancies.list({ ...query, limit: ON_A_PAGE + 1 });
      const model = presentDiscrepancies(query, rows, page.say);
      return page.render('discrepancies/discrepancies', model);
    });
  }

  @Show('feed.atom', 'public')
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  @Header('cache-control', 'public, max-age=60')
  async feed(
    @Query() sent: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.discrepancies.list({ ...questionIn(sent), limit: IN_FEED });
    return discrepanciesFeed(rows, page.say, page.frame.origin ?? `http://${request.host}`);
  }

  @Show(':id', 'public')
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const row = await this.discrepancies.get(id);
      return page.render('discrepancies/discrepancy', presentDiscrepancyPage(row, page.say));
    });
  }
}

/** What is not understood is left out. */
function questionIn(sent: Readonly<Record<string, unknown>>): Omit<DiscrepanciesQuestion, 'limit'> {
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const [kind, territory, after] = [text('kind'), text('place'), text('after')];
  return {
    kind: isDiscrepancyKind(kind) ? kind : undefined,
    territory: /^\d{9}$/.test(territory) ? territory : undefined,
    after: after === '' ? undefined : after,
  };
}
