import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EnterExecution } from '#features/budget/execution/enter-execution.js';
import { ExecutionReader } from '#features/budget/execution/execution.reader.js';
import {
  isQuarter,
  type LineExecution,
  type Quarter,
  quartersOver,
} from '#rules/budgets/budget-execution.js';
import type { BudgetRow } from '#features/budget/local-budgets/budget-row.js';
import type { Fault } from '#rules/kernel/domain-error.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { pairIn } from '../works/form-values.js';
import { BudgetDesk, DRAFTERS, type OpenDraft } from './budget-desk.js';
import { presentExecutionForm } from './execution-form.presenter.js';
import { findSum, versionIn } from './typed-values.js';

/** What was paid of an adopted budget, by quarter and line. */
@PageController('budget-desk/:id/execution')
export class ExecutionPagesController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly executions: ExecutionReader,
    private readonly enterExecution: EnterExecution,
  ) {}

  @Show('', DRAFTERS)
  async show(
    @Param('id') id: string,
    @Query('quarter') quarter: unknown,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const draft = await this.drafts.open(request, id);
    return this.render(draft, quarterOf(String(quarter), draft.budget), {});
  }

  @Take('', DRAFTERS)
  async take(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const { page, budget } = draft;
    const fields = formFieldsOf(request);
    const quarter = quarterOf(fields.text('quarter'), budget);
    return page.attempt(
      async () => {
        const entry = { budgetId: budget.id, quarter, lines: linesIn(fields, budget) };
        await this.enterExecution.run(page.person!, { ...entry, version: versionIn(fields) });
        return page.goTo(`/budgets/${budget.id}/comparison`);
      },
      (faults) => this.render(draft, quarter, { fields, faults }),
      budget.lines.map(({ number }) => `line-${number}`),
    );
  }

  private async render({ page, budget }: OpenDraft, quarter: Quarter, sent: SentForm) {
    const [executions, works] = await Promise.all([
      this.executions.listOf(budget.id),
      this.executions.listWorks(budget.id),
    ]);
    const form = { budget, quarter, executions, works, sent };
    return page.render('budget-desk/execution', presentExecutionForm(form, page.say));
  }
}

/** The quarter that was asked for; else the last one that is over. */
function quarterOf(text: string, { year, today }: BudgetRow): Quarter {
  const wanted = Number(text);
  return isQuarter(wanted) ? wanted : (quartersOver(year, today).at(-1) ?? 1);
}

/** Every line of the budget; an empty field is a line of which nothing was paid. */
function linesIn(fields: FormFields, { lines }: BudgetRow): readonly LineExecution[] {
  const faults: Fault[] = [];
  const read = lines.map(({ number }) => {
    const text = fields.text(`paid-${number}`);
    const sum = text === '' ? 0n : findSum(text);
    if (sum === null || sum < 0n) faults.push({ code: 'form.not_a_sum', field: `line-${number}` });
    const reason = pairIn(fields, `reason-${number}-`);
    const isSilent = reason.kk === '' && reason.ru === '';
    return { line: number, paidTiyn: sum ?? 0n, reason: isSilent ? null : reason };
  });
  if (faults.length > 0) throw new DomainError('rule-violated', 'form.invalid', { faults });
  return read;
}
