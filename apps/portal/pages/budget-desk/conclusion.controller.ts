import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { asAkim } from '#features/budget/local-budgets/budget.policy.js';
import type { AmendmentRow } from '#features/budget/local-budgets/budget-row.js';
import { BudgetReader } from '#features/budget/local-budgets/budget.reader.js';
import { ConcludeOnAmendment } from '#features/budget/local-budgets/conclude-on-amendment.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { refusedField } from '../assembly-desk/typed-fields.js';
import { presentAmendmentPage } from '../commission-desk/amendment-words.js';
import { pairIn } from '../works/form-values.js';
import { BudgetDesk, deskFrame, type OpenDraft } from './budget-desk.js';
import { valuesOf } from './typed-values.js';

const AKIMS = { roles: ['akim'] };
const FIELDS = ['agrees', 'reasons', 'reasonsKk', 'reasonsRu'];

interface OpenAmendment extends OpenDraft {
  readonly amendment: AmendmentRow;
}

/** The akim's conclusion, where expenses grow or revenues fall. */
@PageController('budget-desk/:id/amendments/:amendment')
export class ConclusionPagesController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly budgets: BudgetReader,
    private readonly conclude: ConcludeOnAmendment,
  ) {}

  @Show('', AKIMS)
  async show(
    @Param('id') id: string,
    @Param('amendment') amendment: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return render(await this.open(request, id, amendment), {});
  }

  @Take('', AKIMS)
  async take(
    @Param('id') id: string,
    @Param('amendment') amendmentId: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const open = await this.open(request, id, amendmentId);
    const { page, budget, amendment } = open;
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const word = fields.text('agrees');
        if (word !== 'yes' && word !== 'no') throw refusedField('form.choose_one', 'agrees');
        const written = pairIn(fields, 'reasons');
        await this.conclude.run(page.person!, {
          budgetId: budget.id,
          amendmentId: amendment.id,
          agrees: word === 'yes',
          reasons: written.kk === '' && written.ru === '' ? null : written,
        });
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => render(open, { fields, faults }),
      FIELDS,
    );
  }

  private async open(request: FastifyRequest, id: string, wanted: string): Promise<OpenAmendment> {
    const draft = await this.drafts.open(request, id);
    asAkim(draft.page.person!, draft.budget.territory);
    const amendments = await this.budgets.listAmendments(draft.budget.id);
    const amendment = amendments.find((one) => one.id === wanted);
    if (!amendment) throw new DomainError('not-found', 'amendment.not_found');
    return { ...draft, amendment };
  }
}

function render({ page, budget, amendment }: OpenAmendment, sent: SentForm): string {
  const { say } = page;
  return page.render('budget-desk/conclusion', {
    ...deskFrame(budget, say),
    title: say.t('budgetDesk.conclusion.title'),
    faults: sent.faults,
    action: `/budget-desk/${budget.id}/amendments/${amendment.id}`,
    amendment: presentAmendmentPage(amendment, budget, say),
    values: valuesOf(sent, FIELDS),
    choices: ['yes', 'no'].map((value) => ({
      value,
      text: say.t(`budgetDesk.conclusion.${value}`),
    })),
  });
}
