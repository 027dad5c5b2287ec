import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ComparisonReader } from '#features/budget/execution/comparison.reader.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentComparisonPage } from './comparison.presenter.js';
import { presentExecutionPage } from './execution.presenter.js';

/** C05 and C07, for everybody: what was planned against what was decided and paid. */
@PageController('budgets/:id')
export class ComparisonPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly comparisons: ComparisonReader,
  ) {}

  @Show('comparison', 'public')
  async comparison(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const model = presentComparisonPage(await this.comparisons.get(id), page.say);
      return page.render('budgets/comparison', model);
    });
  }

  @Show('execution', 'public')
  async execution(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const model = presentExecutionPage(await this.comparisons.get(id), page.say);
      return page.render('budgets/execution', model);
    });
  }
}
