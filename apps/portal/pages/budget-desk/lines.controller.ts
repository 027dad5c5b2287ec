import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AddLines } from '#features/budget/local-budgets/add-lines.js';
import type { BudgetLineRow } from '#features/budget/local-budgets/budget-row.js';
import { ChangeLine } from '#features/budget/local-budgets/change-line.js';
import { BudgetDeskReader } from '#features/budget/local-budgets/desk.reader.js';
import { RemoveLine } from '#features/budget/local-budgets/remove-line.js';
import { DomainError } from '#rules/kernel/domain-error.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { BudgetDesk, DRAFTERS, type OpenDraft } from './budget-desk.js';
import { LINE_FIELDS, lineIn, presentLineForm } from './line-form.js';
import { versionIn } from './typed-values.js';

/** Lines of a draft: written, changed, taken out. */
@PageController('budget-desk/:id/lines')
export class DraftLinesController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly desk: BudgetDeskReader,
    private readonly addLines: AddLines,
    private readonly changeLine: ChangeLine,
    private readonly removeLine: RemoveLine,
  ) {}

  @Show('new', DRAFTERS)
  async begin(
    @Param('id') id: string,
    @Query('origin') origin: unknown,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const picked = typeof origin === 'string' ? origin : '';
    return this.renderNew(await this.drafts.open(request, id), {}, picked);
  }

  @Take('new', DRAFTERS)
  async add(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const { page, budget } = draft;
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const adding = { version: versionIn(fields) };
        await this.addLines.run(page.person!, budget.id, [lineIn(fields)], adding);
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => this.renderNew(draft, { fields, faults }),
      LINE_FIELDS,
    );
  }

  @Show(':number', DRAFTERS)
  async show(
    @Param('id') id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const draft = await this.drafts.open(request, id);
    return renderLine(draft, lineOf(draft, number), {});
  }

  @Take(':number', DRAFTERS)
  async change(
    @Param('id') id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const line = lineOf(draft, number);
    const { page, budget } = draft;
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const { origin: _kept, ...changes } = lineIn(fields);
        const edit = { budgetId: budget.id, number: line.number, changes };
        await this.changeLine.run(page.person!, { ...edit, version: versionIn(fields) });
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => renderLine(draft, line, { fields, faults }),
      LINE_FIELDS,
    );
  }

  @Take(':number/removal', DRAFTERS)
  async remove(
    @Param('id') id: string,
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const line = lineOf(draft, number);
    const { page, budget } = draft;
    return page.attempt(
      async () => {
        await this.removeLine.run(page.person!, budget.id, line.number);
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => renderLine(draft, line, { faults }),
    );
  }

  private async renderNew(draft: OpenDraft, sent: SentForm, origin = ''): Promise<string> {
    const { page, budget } = draft;
    const free = await this.desk.listFreeOrigins(budget.territoryPath, {});
    const model = presentLineForm({ budget, free, origin, sent, line: null }, page.say);
    return page.render('budget-desk/line', model);
  }
}

function lineOf({ budget }: OpenDraft, number: string): BudgetLineRow {
  const line = budget.lines.find((one) => String(one.number) === number);
  if (!line) throw new DomainError('not-found', 'budget.line_not_found');
  return line;
}

function renderLine({ page, budget }: OpenDraft, line: BudgetLineRow, sent: SentForm): string {
  const model = presentLineForm({ budget, free: [], origin: '', sent, line }, page.say);
  return page.render('budget-desk/line', model);
}
