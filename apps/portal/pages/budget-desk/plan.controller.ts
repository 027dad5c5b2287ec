import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import { EnterQuarterlyPlan } from '#features/budget/local-budgets/enter-quarterly-plan.js';
import { budgetDaysOf, lastDayOf } from '#rules/budgets/budget-days.js';
import { assessPlanAct, planLimit, type QuarterlyPlanAct } from '#rules/budgets/late-budget.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import type { Wording } from '#platform/views/wording.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { dayField, findDayIn } from '../deputy-register/day-in-form.js';
import { BudgetDesk, deskFrame, DRAFTERS, type OpenDraft } from './budget-desk.js';
import { findSum, valuesOf } from './typed-values.js';

const LONGEST_NUMBER = 100;
const FIELDS = ['number', 'on', 'amount'];

/** The plan of the first quarter, where the budget is not approved in time. */
@PageController('budget-desk/:id/plan')
export class PlanPagesController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly enterPlan: EnterQuarterlyPlan,
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
        await this.enterPlan.run(page.person!, budget.id, planIn(fields, budget));
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => render(draft, { fields, faults }),
      FIELDS,
    );
  }
}

/**
 * A plan as typed.
 *
 * @throws DomainError rule-violated with a day that cannot be read and what the rule refuses, at once
 */
function planIn(fields: FormFields, budget: BudgetRow): QuarterlyPlanAct {
  const on = findDayIn(fields, 'on');
  const act = {
    number: fields.text('number').slice(0, LONGEST_NUMBER),
    on: on ?? budget.today,
    amountTiyn: findSum(fields.text('amount')) ?? 0n,
  };
  if (on !== null) return act;
  const limits = { today: budget.today, atMostTiyn: limitsOf(budget).atMost };
  const faults = [{ code: 'form.not_a_date', field: 'on' }, ...assessPlanAct(act, limits)];
  throw new DomainError('rule-violated', 'budget.plan_invalid', { faults });
}

function render({ page, budget }: OpenDraft, sent: SentForm): string {
  const { say } = page;
  return page.render('budget-desk/plan', {
    ...deskFrame(budget, say),
    title: say.t('budgetDesk.plan.enter'),
    faults: sent.faults,
    action: `/budget-desk/${budget.id}/plan`,
    values: valuesOf(sent, FIELDS),
    on: dayField('on', say.t('budgetDesk.plan.on'), sent, budget.today),
    ...limitWords(budget, say),
  });
}

function limitWords(budget: BudgetRow, say: Wording) {
  const { planBy, approvalBy, atMost } = limitsOf(budget);
  return {
    lead: say.t('budgetDesk.plan.lead', {
      planBy: say.date(planBy),
      approvalBy: say.date(approvalBy),
    }),
    atMost: say.t('budgetDesk.plan.atMost', { sum: say.money(atMost) }),
  };
}

function limitsOf({ tier, year, revenuesTiyn, transfersTiyn }: BudgetRow) {
  const days = budgetDaysOf(tier, year, { higherSignedOn: null, approvedOn: null });
  const planBy = lastDayOf('quarterly-plan', days)!;
  const approvalBy = lastDayOf('late-approval', days)!;
  return { planBy, approvalBy, atMost: planLimit(revenuesTiyn + transfersTiyn, planBy) };
}
