import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EditBudget } from '#features/budget/local-budgets/edit-budget.js';
import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { BudgetSums } from '#rules/budgets/budget-draft.js';
import { possibleBudgetActs } from '#rules/budgets/budget-lifecycle.js';
import type { CivilDate } from '#rules/kernel/civil-date.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField, dayIn } from '../deputy-register/day-in-form.js';
import { typedSum } from '../works/form-values.js';
import { BudgetDesk, deskFrame, DRAFTERS, type OpenDraft } from './budget-desk.js';
import { SUM_FIELDS, sumInputs } from './desk.presenter.js';
import { sumsIn, versionIn } from './typed-values.js';

/** The sums around the lines, and the day of the higher act. */
@PageController('budget-desk/:id/sums')
export class DraftSumsController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly editBudget: EditBudget,
  ) {}

  @Show('', DRAFTERS)
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return render(await this.drafts.open(request, id), {});
  }

  @Take('', DRAFTERS)
  async take(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const { page, budget } = draft;
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const sums = changedSums(fields, budget);
        const edit = { id: budget.id, sums, higherSignedOn: signedDay(fields) };
        await this.editBudget.run(page.person!, { ...edit, version: versionIn(fields) });
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => render(draft, { fields, faults }),
      SUM_FIELDS,
    );
  }
}

/** Only what differs: a sum written anew asks the assembly anew. */
function changedSums(fields: FormFields, budget: BudgetRow): Partial<BudgetSums> {
  if (!canEdit(budget)) return {};
  const sums = sumsIn(fields, SUM_FIELDS);
  return Object.fromEntries(
    SUM_FIELDS.flatMap((name) => (sums[name] === budget[name] ? [] : [[name, sums[name]]])),
  );
}

/** The day, where any part of it was typed. */
function signedDay(fields: FormFields): CivilDate | undefined {
  const parts = ['Day', 'Month', 'Year'].map((part) => fields.text(`higherSignedOn${part}`));
  return parts.every((part) => part === '') ? undefined : dayIn(fields, 'higherSignedOn');
}

function canEdit({ state }: BudgetRow): boolean {
  return possibleBudgetActs(state).includes('edit');
}

function render({ page, budget }: OpenDraft, sent: SentForm): string {
  const { say } = page;
  const first = Object.fromEntries(SUM_FIELDS.map((name) => [name, typedSum(budget[name])]));
  return page.render('budget-desk/sums', {
    ...deskFrame(budget, say),
    title: say.t('budgetDesk.sums.title'),
    faults: sent.faults,
    action: `/budget-desk/${budget.id}/sums`,
    sums: canEdit(budget) ? sumInputs(sent, first, say) : [],
    higherSignedOn: {
      ...dayField(
        'higherSignedOn',
        say.t('budgetDesk.sums.higherSignedOn'),
        sent,
        budget.higherSignedOn ?? undefined,
      ),
      hint: say.t('budgetDesk.sums.higherHint'),
    },
  });
}
