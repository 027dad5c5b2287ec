import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { SubmitProposal } from '#features/participation/proposals/submit-proposal.js';
import { KnownId } from '#platform/http/known-id.js';
import type { FormFaults } from '#platform/views/form.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { remarksOf } from '../my-proposals/remarks.js';
import { presentCheck } from './check.presenter.js';
import { presentDone } from './done.presenter.js';
import { OwnDrafts, placeAfterWriting } from './own-draft.js';
import { presentTasks } from './task-list.presenter.js';

/** The form as a whole: its task list, the check of the answers, and what comes after sending. */
@PageController('propose/:id')
export class ProposalFormController {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: OwnDrafts,
    private readonly reviews: ProposalReviewReader,
    private readonly submitProposal: SubmitProposal,
  ) {}

  @Show('', 'signed-in')
  async tasks(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const draft = await this.drafts.get(page.person!, id);
    const elsewhere = placeAfterWriting(draft.proposal);
    if (elsewhere) return page.goTo(elsewhere);
    const remarks = await remarksOf(draft.proposal, this.reviews);
    return page.render('propose/task-list', presentTasks(draft, remarks, page.say));
  }

  @Show('check', 'signed-in')
  async check(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    return this.showCheck(page, id);
  }

  @Take('check', 'signed-in')
  async submit(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const submission = { id, version: null };
    return page.attempt(
      async () => {
        await this.submitProposal.run(page.person!, submission);
        return page.goTo(`/propose/${id}/done`);
      },
      (faults) => this.renderCheck(page, id, faults),
    );
  }

  @Show('done', 'signed-in')
  async done(
    @Param('id', KnownId) id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const draft = await this.drafts.get(page.person!, id);
    if (draft.proposal.number === null) return page.goTo(`/propose/${id}`);
    return page.render('propose/done', presentDone(draft, page.say));
  }

  private async showCheck(page: Page, id: string): Promise<PageAnswer> {
    const { proposal } = await this.drafts.get(page.person!, id);
    const elsewhere = placeAfterWriting(proposal);
    return elsewhere ? page.goTo(elsewhere) : this.renderCheck(page, id);
  }

  private async renderCheck(page: Page, id: string, faults?: FormFaults): Promise<string> {
    const draft = await this.drafts.get(page.person!, id);
    return page.render('propose/check', { ...presentCheck(draft, page.say), faults });
  }
}
