import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BudgetDeskReader } from '#features/budget/local-budgets/desk.reader.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { budgetTable } from '../budget-desk/desk.presenter.js';
import { COMMISSIONERS } from './commission-desk.js';

/** Budgets that lie before the maslikhat, or lay there. */
@PageController('commission-desk')
export class CommissionDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: BudgetDeskReader,
  ) {}

  @Show('', COMMISSIONERS)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const maslikhats = page
      .person!.roles.filter(({ role }) => COMMISSIONERS.roles.includes(role))
      .map(({ territory }) => territory);
    const rows = await this.desk.listBefore(maslikhats);
    return page.render('commission-desk/desk', {
      title: page.say.t('commissionDesk.title'),
      table: rows.length > 0 ? budgetTable(rows, '/commission-desk', page.say) : undefined,
    });
  }
}
