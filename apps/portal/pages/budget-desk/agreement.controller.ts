import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AgreeBudget } from '#features/budget/local-budgets/agree-budget.js';
import { BudgetDeskReader } from '#features/budget/local-budgets/desk.reader.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { refusedField } from '../assembly-desk/typed-fields.js';
import { BudgetDesk, deskFrame, DRAFTERS, type OpenDraft } from './budget-desk.js';

/** The assembly's agreement to a rural draft: an item of its signed minutes. */
@PageController('budget-desk/:id/agreement')
export class AgreementPagesController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly desk: BudgetDeskReader,
    private readonly agreeBudget: AgreeBudget,
  ) {}

  @Show('', DRAFTERS)
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return this.render(await this.drafts.open(request, id), {});
  }

  @Take('', DRAFTERS)
  async take(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const { page, budget } = draft;
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const wanted = fields.text('item');
        const found = (await this.desk.listAgreements(budget.id)).find(
          (one) => keyOf(one) === wanted,
        );
        if (!found) throw refusedField('form.choose_one', 'item');
        const { minutesId, item } = found;
        await this.agreeBudget.run(page.person!, { budgetId: budget.id, minutesId, item });
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => this.render(draft, { fields, faults }),
      ['item'],
    );
  }

  private async render({ page, budget }: OpenDraft, { fields, faults }: SentForm): Promise<string> {
    const { say } = page;
    const agreements = await this.desk.listAgreements(budget.id);
    return page.render('budget-desk/agreement', {
      ...deskFrame(budget, say),
      title: say.t('budgetDesk.agreement.title'),
      faults,
      action: `/budget-desk/${budget.id}/agreement`,
      value: fields?.text('item') ?? '',
      choices: agreements.map((one) => ({
        value: keyOf(one),
        text: say.t('budgetDesk.agreement.item', { number: one.number, item: one.item }),
        hint: say.date(one.on),
      })),
    });
  }
}

function keyOf({ minutesId, item }: { readonly minutesId: string; readonly item: number }): string {
  return `${minutesId}-${item}`;
}
