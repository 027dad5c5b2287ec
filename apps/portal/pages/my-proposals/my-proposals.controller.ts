import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProposalReviewReader } from '#features/participation/expert-review/proposal-review.reader.js';
import { ProposalReader } from '#features/participation/proposals/proposal.reader.js';
import { WithdrawProposal } from '#features/participation/proposals/withdraw-proposal.js';
import type { FormFaults } from '#platform/views/form.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import type { Page } from '../_frame/page.js';
import { Pages } from '../_frame/pages.js';
import { OwnDrafts } from '../propose/own-draft.js';
import {
  presentMyProposal,
  presentMyProposals,
  presentWithdrawal,
} from './my-proposals.presenter.js';

/** A person's own proposals: how they stand, what comes next, taking one back. */
@PageController('my/proposals')
export class MyProposalsController {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: OwnDrafts,
    private readonly proposals: ProposalReader,
    private readonly reviews: ProposalReviewReader,
    private readonly withdrawProposal: WithdrawProposal,
  ) {}

  @Show('', 'signed-in')
  async list(@Req() request: FastifyRequest): Promise<string> {
    const page = this.pages.open(request);
    const own = await this.proposals.listOwn(page.person!.personId);
    return page.render('my-proposals/list', presentMyProposals(own, page.say));
  }

  @Show(':number', 'signed-in')
  async show(@Param('number') number: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const own = await this.drafts.get(page.person!, number);
    if (own.proposal.number === null) return page.goTo(`/propose/${own.proposal.id}`);
    const card = await this.reviews.getCard(own.proposal.id);
    return page.render('my-proposals/proposal', presentMyProposal(own, card, page.say));
  }

  @Show(':number/withdrawal', 'signed-in')
  async askToWithdraw(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    return this.showWithdrawal(this.pages.open(request), number);
  }

  @Take(':number/withdrawal', 'signed-in')
  async withdraw(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const page = this.pages.open(request);
    const reason = formFieldsOf(request).text('reason');
    const { proposal } = await this.drafts.get(page.person!, number);
    return page.attempt(
      async () => {
        await this.withdrawProposal.run(page.person!, { id: proposal.id, reason, version: null });
        return page.goTo(proposal.number === null ? '/my/proposals' : `/my/proposals/${number}`);
      },
      (faults) => this.showWithdrawal(page, number, faults),
    );
  }

  private async showWithdrawal(page: Page, number: string, faults?: FormFaults): Promise<string> {
    const { proposal } = await this.drafts.get(page.person!, number);
    return page.render('my-proposals/withdrawal', {
      ...presentWithdrawal(proposal, page.say),
      faults,
    });
  }
}
