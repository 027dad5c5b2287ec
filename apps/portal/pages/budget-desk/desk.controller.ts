import { Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BudgetDeskReader } from '#features/budget/local-budgets/desk.reader.js';
import { DraftBudget } from '#features/budget/local-budgets/draft-budget.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import type { SentForm } from '../_frame/sent-form.js';
import { DRAFTERS } from './budget-desk.js';
import { presentDeskList, presentNewBudget, SUM_FIELDS } from './desk.presenter.js';
import { sumsIn } from './typed-values.js';

const FIELDS = ['territory', 'year', ...SUM_FIELDS];

/** A11: budgets that the akimat draws up, and the beginning of a new one. */
@PageController('budget-desk')
export class BudgetDeskController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: BudgetDeskReader,
    private readonly draftBudget: DraftBudget,
  ) {}

  @Show('', DRAFTERS)
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const rows = await this.desk.listOfUnits(unitsOf(page));
    return page.render('budget-desk/desk', presentDeskList(rows, page.say));
  }

  @Show('new', DRAFTERS)
  async begin(@Req() request: FastifyRequest): Promise<string> {
    return this.form(this.pages.open(request), {});
  }

  @Take('new', DRAFTERS)
  async draft(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const id = await this.draftBudget.run(page.person!, {
          territory: fields.text('territory'),
          year: Number(fields.text('year').slice(0, 4)),
          ...sumsIn(fields, SUM_FIELDS),
        });
        return page.goTo(`/budget-desk/${id}`);
      },
      (faults) => this.form(page, { fields, faults }),
      FIELDS,
    );
  }

  private async form(page: Page, sent: SentForm): Promise<string> {
    const places = await this.desk.listPlaces(unitsOf(page));
    const { today } = page.frame;
    return page.render('budget-desk/new', presentNewBudget({ places, today, sent }, page.say));
  }
}

/** Units for which somebody draws up budgets; with those below them. */
function unitsOf({ person }: Page): readonly string[] {
  return person!.roles
    .filter(({ role }) => DRAFTERS.roles.includes(role))
    .map(({ territory }) => territory);
}
