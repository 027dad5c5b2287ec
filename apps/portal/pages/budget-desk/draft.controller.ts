import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HearingReader } from '#features/budget/hearings/hearing.reader.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { BudgetDeskReader } from '#features/budget/local-budgets/desk.reader.js';
import { ReadinessReader } from '#features/budget/local-budgets/readiness.reader.js';
import { SubmitBudget } from '#features/budget/local-budgets/submit-budget.js';
import { SessionReader } from '#features/budget/sessions/session.reader.js';
import type { FormFaults } from '#platform/views/form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { BudgetDesk, DRAFTERS, type OpenDraft } from './budget-desk.js';
import { presentDraft } from './draft.presenter.js';

/** A draft on its way: what it holds, what stands in the way, where it is. */
@PageController('budget-desk/:id')
export class DraftPagesController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly budgets: BudgetReader,
    private readonly desk: BudgetDeskReader,
    private readonly readiness: ReadinessReader,
    private readonly hearings: HearingReader,
    private readonly sessions: SessionReader,
    private readonly submitBudget: SubmitBudget,
  ) {}

  @Show('', DRAFTERS)
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(await this.drafts.open(request, id));
  }

  @Take('submission', DRAFTERS)
  async submit(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const { page, budget } = draft;
    return page.attempt(
      async () => {
        await this.submitBudget.run(page.person!, budget.id);
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => this.render(draft, faults),
    );
  }

  private async render({ page, budget }: OpenDraft, faults?: FormFaults): Promise<string> {
    const { id } = budget;
    const [readiness, versions, amendments, opinions, plans, hearings, decisions] =
      await Promise.all([
        this.readiness.get(budget),
        this.budgets.listVersions(id),
        this.budgets.listAmendments(id),
        this.budgets.listOpinions(id),
        this.desk.listPlans(id),
        this.hearings.listOf(id),
        this.sessions.listDecisions({ budget: id }),
      ]);
    const told = { versions, amendments, opinions, plans, hearings, decisions };
    const model = presentDraft({ budget, readiness, ...told, person: page.person! }, page.say);
    return page.render('budget-desk/draft', { ...model, faults });
  }
}
