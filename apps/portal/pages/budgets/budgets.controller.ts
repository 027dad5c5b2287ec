import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HearingReader } from '#features/budget/hearings/hearing.reader.js';
import { BudgetDeskReader } from '#features/budget/local-budgets/desk.reader.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import { DecisionLineReader } from '#features/budget/trail/decision-line.reader.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show } from '../_frame/page-route.js';
import { Pages } from '../_frame/pages.js';
import { presentBudgetList } from './budget-list.presenter.js';
import { presentBudgetPage, type ShownBudget } from './budget.presenter.js';
import { presentDecisionPage } from './decision.presenter.js';

const MOST_SHOWN = 100;

/** R34 and R35: budgets and the decisions about them, for everybody. */
@PageController()
export class BudgetPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly budgets: BudgetReader,
    private readonly sessions: SessionReader,
    private readonly decisionLines: DecisionLineReader,
    private readonly hearings: HearingReader,
    private readonly desk: BudgetDeskReader,
  ) {}

  @Show('budgets', 'public')
  async list(@Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const rows = await this.budgets.list({ limit: MOST_SHOWN });
      return page.render('budgets/budgets', presentBudgetList(rows, page.say));
    });
  }

  @Show('budgets/:id', 'public')
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const model = presentBudgetPage(await this.shown(id), page.say);
      return page.render('budgets/budget', model);
    });
  }

  @Show('budgets/:kato/:year', 'public')
  async ofYear(
    @Param('kato') kato: string,
    @Param('year') year: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const found = /^\d{4}$/.test(year) ? await this.budgets.findOf(kato, Number(year)) : null;
    if (!found) throw new DomainError('not-found', 'budget.not_found');
    return this.show(found.id, request);
  }

  @Show('decisions/:id', 'public')
  async decision(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return page.shared(async () => {
      const decision = await this.sessions.getDecision(id);
      const lines = await this.decisionLines.list(decision.id);
      return page.render('budgets/decision', presentDecisionPage(decision, lines, page.say));
    });
  }

  private async shown(id: string): Promise<ShownBudget> {
    const budget = await this.budgets.get(id);
    const [chosen, versions, amendments, opinions, decisions, hearings, plans] = await Promise.all([
      this.budgets.listChosen(id),
      this.budgets.listVersions(id),
      this.budgets.listAmendments(id),
      this.budgets.listOpinions(id),
      this.sessions.listDecisions({ budget: id }),
      this.hearings.listOf(id),
      this.desk.listPlans(id),
    ]);
    return { budget, chosen, versions, amendments, opinions, decisions, hearings, plans };
  }
}
