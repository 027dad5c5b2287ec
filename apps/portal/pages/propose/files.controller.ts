import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { AddProposalFile } from '#features/participation/proposals/add-proposal-file.js';
import { RemoveProposalFile } from '#features/participation/proposals/remove-proposal-file.js';
import { Uploads } from '#platform/files/uploads.js';
import { KnownId } from '#platform/http/known-id.js';
import type { FormFaults } from '#platform/views/form.js';
import { Costs } from '#platform/limits/costs.js';
import { readSentForm, type SentForm } from '../../api/sent-form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { OwnDrafts } from './own-draft.js';
import { presentQuestion, valuesOf } from './question.presenter.js';

type FileQuestion = 'photos' | 'documents';

/** Photos and documents on their pages of the form. */
@PageController('propose/:id/:question')
export class ProposalFilePagesController {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: OwnDrafts,
    private readonly uploads: Uploads,
    private readonly addFile: AddProposalFile,
    private readonly removeFile: RemoveProposalFile,
  ) {}

  @Take('files', 'signed-in')
  @Costs('upload')
  async add(
    @Param('id', KnownId) id: string,
    @Param('question') question: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const name = fileQuestionNamed(question);
    // Before a byte of the file is taken.
    await this.drafts.get(page.person!, id);
    const form = await readSentForm(request, this.uploads);
    return page.attempt(
      async () => {
        await this.take(page, id, form);
        return page.goTo(`/propose/${id}/${name}${fromOf(form)}`);
      },
      (faults) => this.again(page, id, { name, form, faults }),
    );
  }

  @Take('files/:file/removal', 'signed-in')
  async remove(
    @Param('id', KnownId) id: string,
    @Param('question') question: string,
    @Param('file', KnownId) file: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    await this.removeFile.run(page.person!, id, file);
    return page.goTo(`/propose/${id}/${fileQuestionNamed(question)}`);
  }

  private async take(page: Page, id: string, form: SentForm): Promise<void> {
    const { upload, isTooLarge, fields } = form;
    if (isTooLarge) throw new DomainError('rule-violated', 'file.too_large');
    if (!upload) throw new DomainError('rule-violated', 'file.missing');
    const alternativeText = fields['alternativeText'] ?? '';
    await this.addFile
      .run(page.person!, { id, upload, alternativeText })
      .finally(() => this.uploads.discard(upload));
  }

  private async again(
    page: Page,
    id: string,
    { name, form, faults }: RefusedFile,
  ): Promise<string> {
    const draft = await this.drafts.get(page.person!, id);
    const fromCheck = form.fields['from'] === 'check';
    const values = { ...valuesOf(draft.proposal), ...form.fields };
    const model = presentQuestion(draft, { name, values, fromCheck }, page.say);
    return page.render(`propose/questions/${name}`, { ...model, faults: atFile(faults) });
  }
}

interface RefusedFile {
  readonly name: FileQuestion;
  readonly form: SentForm;
  readonly faults: FormFaults;
}

/** Whatever is wrong is wrong with the file: the page has only one. */
function atFile({ summary }: FormFaults): FormFaults {
  const text = summary.map((fault) => fault.text).join(' ');
  return { summary: [{ text, href: '#file' }], fields: { file: text } };
}

function fileQuestionNamed(name: string): FileQuestion {
  if (name !== 'photos' && name !== 'documents')
    throw new DomainError('not-found', 'proposal.not_found');
  return name;
}

function fromOf({ fields }: SentForm): string {
  return fields['from'] === 'check' ? '?from=check' : '';
}
