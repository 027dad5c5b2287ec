import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  type ImportPreview,
  PreviewImport,
} from '#features/budget/local-budgets/preview-import.js';
import { TakeImport } from '#features/budget/local-budgets/take-import.js';
import { assertNoFaults, DomainError } from '#rules/kernel/domain-error.js';
import { readTable } from '#platform/spreadsheets/read-table.js';
import { sentFileOf, TakeWithFile } from '../_frame/file-form.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { SentForm } from '../_frame/sent-form.js';
import { BudgetDesk, DRAFTERS, type OpenDraft } from './budget-desk.js';
import { presentImportForm, presentPreview } from './import.presenter.js';

/** A file of lines: shown first with every fault by its row, then taken whole or not at all. */
@PageController('budget-desk/:id/import')
export class ImportPagesController {
  constructor(
    private readonly drafts: BudgetDesk,
    private readonly previewImport: PreviewImport,
    private readonly takeImport: TakeImport,
  ) {}

  @Show('', DRAFTERS)
  async show(@Param('id') id: string, @Req() request: FastifyRequest): Promise<string> {
    return renderForm(await this.drafts.open(request, id), {});
  }

  @TakeWithFile('', DRAFTERS)
  async preview(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const fields = formFieldsOf(request);
    let shown: ImportPreview | undefined;
    return draft.page.attempt(
      async () => {
        shown = await this.read(request, draft, fields);
        assertNoFaults('budget.import_faulty', shown.faults);
        return renderPreview(draft, shown, fields);
      },
      (faults) => renderForm(draft, { fields, faults }, shown),
      ['file'],
    );
  }

  @Take(':import', DRAFTERS)
  async take(
    @Param('id') id: string,
    @Param('import') importId: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const draft = await this.drafts.open(request, id);
    const { page, budget } = draft;
    return page.attempt(
      async () => {
        await this.takeImport.run(page.person!, budget.id, importId);
        return page.goTo(`/budget-desk/${budget.id}`);
      },
      (faults) => renderForm(draft, { faults }),
    );
  }

  private async read(request: FastifyRequest, { page, budget }: OpenDraft, fields: FormFields) {
    const { upload, isTooLarge } = sentFileOf(request);
    if (isTooLarge) throw refusedFile('file.too_large');
    if (!upload) throw refusedFile('file.missing');
    const rows = await readTable(upload.path);
    const replaces = fields.text('way') === 'replace';
    return this.previewImport.run(page.person!, { budgetId: budget.id, rows, replaces });
  }
}

function refusedFile(code: string): DomainError {
  return new DomainError('rule-violated', code, { faults: [{ code, field: 'file' }] });
}

function renderForm({ page, budget }: OpenDraft, sent: SentForm, shown?: ImportPreview): string {
  const model = presentImportForm({ budget, sent, shown }, page.say);
  return page.render('budget-desk/import', model);
}

function renderPreview({ page, budget }: OpenDraft, shown: ImportPreview, fields: FormFields) {
  const replaces = fields.text('way') === 'replace';
  return page.render(
    'budget-desk/preview',
    presentPreview(budget, shown, { replaces, say: page.say }),
  );
}
