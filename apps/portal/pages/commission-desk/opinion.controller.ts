import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { GiveOpinion } from '#features/budget/local-budgets/give-opinion.js';
import { MaslikhatReader } from '#features/registry/deputies/maslikhat.reader.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { CommissionDesk, type OpenDossier, SECRETARIES } from './commission-desk.js';
import { aboutOf, OPINION_FIELDS, opinionIn, presentOpinionForm } from './opinion-form.js';

/** C04: the vote of a commission on the draft, a line or an amendment, with the minority's view. */
@PageController('commission-desk/:id/opinions')
export class OpinionPagesController {
  constructor(
    private readonly dossiers: CommissionDesk,
    private readonly budgets: BudgetReader,
    private readonly maslikhats: MaslikhatReader,
    private readonly giveOpinion: GiveOpinion,
  ) {}

  @Show('new', SECRETARIES)
  async begin(
    @Param('id') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return this.render(await this.dossiers.open(request, id), {}, aboutOf(query));
  }

  @Take('new', SECRETARIES)
  async give(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const dossier = await this.dossiers.open(request, id);
    const { page, budget } = dossier;
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        await this.giveOpinion.run(page.person!, opinionIn(fields, budget.id));
        return page.goTo(`/commission-desk/${budget.id}`);
      },
      (faults) => this.render(dossier, { fields, faults }),
      OPINION_FIELDS,
    );
  }

  private async render({ page, budget }: OpenDossier, sent: SentForm, about = ''): Promise<string> {
    const [{ commissions }, amendments] = await Promise.all([
      this.maslikhats.get(budget.maslikhat),
      this.budgets.listAmendments(budget.id),
    ]);
    const form = { budget, commissions, amendments, sent, about };
    return page.render('commission-desk/opinion', presentOpinionForm(form, page.say));
  }
}
