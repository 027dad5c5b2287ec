import { Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { EditProposal } from '#features/participation/proposals/edit-proposal.js';
import { SimilarProposalReader } from '#features/participation/proposals/similar-proposal.reader.js';
import { KnownId } from '#platform/http/known-id.js';
import type { FormFaults } from '#platform/views/form.js';
import { type FormFields, formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { type OwnDraft, OwnDrafts, placeAfterWriting } from './own-draft.js';
import { presentQuestion, typedIn, valuesOf } from './question.presenter.js';
import {
  assertAnswered,
  isQuestion,
  type Question,
  questionAfter,
  type QuestionName,
  WRITTEN_QUESTIONS,
} from './questions.js';
import { presentSimilar } from './similar.presenter.js';

/** The questions of the form, one a page. */
@PageController('propose/:id/:question')
export class ProposalQuestionController {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: OwnDrafts,
    private readonly similar: SimilarProposalReader,
    private readonly editProposal: EditProposal,
  ) {}

  @Show('', 'signed-in')
  async show(
    @Param('id', KnownId) id: string,
    @Param('question') question: string,
    @Req() request: FastifyRequest,
    @Query('from') from?: string,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const name = questionNamed(question);
    const draft = await this.drafts.get(page.person!, id);
    const elsewhere = placeAfterWriting(draft.proposal);
    if (elsewhere) return page.goTo(elsewhere);
    if (name === 'similar') return this.showSimilar(page, draft);
    const values = valuesOf(draft.proposal);
    return this.render(page, draft, { name, values, fromCheck: from === 'check' });
  }

  @Take('', 'signed-in')
  async save(
    @Param('id', KnownId) id: string,
    @Param('question') question: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const name = questionNamed(question);
    const form = formFieldsOf(request);
    const fromCheck = form.text('from') === 'check';
    const written = WRITTEN_QUESTIONS[name];
    return page.attempt(
      async () => {
        if (written) await this.write(page, id, { written, form });
        else await this.drafts.get(page.person!, id);
        return page.goTo(nextPath(id, { name, form, fromCheck }));
      },
      async (faults) => {
        const draft = await this.drafts.get(page.person!, id);
        const values = { ...valuesOf(draft.proposal), ...typedIn(form, written?.fields ?? []) };
        return this.render(page, draft, { name, values, fromCheck, faults });
      },
      written?.fields,
    );
  }

  /** Keeps what is being typed; a script asks for it between two thoughts. */
  @Take('keep', 'signed-in')
  async keep(
    @Param('id', KnownId) id: string,
    @Param('question') question: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const written = WRITTEN_QUESTIONS[questionNamed(question)];
    const fields = written?.read(formFieldsOf(request)) ?? {};
    await this.editProposal.run(page.person!, { id, fields, version: null });
    return '';
  }

  /** What was typed is stored first: leaving a page half done loses nothing. */
  private async write(
    page: Page,
    id: string,
    { written, form }: { readonly written: Question; readonly form: FormFields },
  ): Promise<void> {
    await this.editProposal.run(page.person!, { id, fields: written.read(form), version: null });
    if (!form.has('later')) assertAnswered(written, form);
  }

  private async showSimilar(page: Page, { proposal }: OwnDraft): Promise<string> {
    const { id: proposalId, title, idea, address } = proposal;
    const rows = await this.similar.list({ proposalId, title, idea, address });
    return page.render('propose/similar', presentSimilar(proposalId, rows, page.say));
  }

  private render(page: Page, draft: OwnDraft, shown: ShownQuestion): string {
    const { name, values, fromCheck, faults } = shown;
    const model = presentQuestion(draft, { name, values, fromCheck }, page.say);
    return page.render(`propose/questions/${name}`, { ...model, faults });
  }
}

interface ShownQuestion {
  readonly name: QuestionName;
  readonly values: Readonly<Record<string, unknown>>;
  readonly fromCheck: boolean;
  readonly faults?: FormFaults;
}

function questionNamed(name: string): QuestionName {
  if (!isQuestion(name)) throw new DomainError('not-found', 'proposal.not_found');
  return name;
}

function nextPath(
  id: string,
  {
    name,
    form,
    fromCheck,
  }: { readonly name: QuestionName; readonly form: FormFields; readonly fromCheck: boolean },
): string {
  const path = `/propose/${id}`;
  if (form.has('later')) return path;
  return fromCheck ? `${path}/check` : `${path}/${questionAfter(name)}`;
}
