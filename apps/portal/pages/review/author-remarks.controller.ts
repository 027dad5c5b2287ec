import { Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#rules/kernel/domain-error.js';
import { AppealRefusal } from '#features/participation/expert-review/appeal-refusal.js';
import { formFieldsOf } from '../_frame/form-fields.js';
import type { PageAnswer } from '../_frame/page-answer.js';
import { PageController, Show, Take } from '../_frame/page-route.js';
import { presentAuthorReview } from './author-review.presenter.js';
import { presentEvaluation } from './evaluation.presenter.js';
import { ReviewDesk, type Desk, type SentForm } from './review-desk.js';

/** R18: the author answers a provisional refusal, with the evaluation card before the eyes. */
@PageController('my/proposals/:id/appeal')
export class AuthorRemarksController {
  constructor(
    private readonly desks: ReviewDesk,
    private readonly appealRefusal: AppealRefusal,
  ) {}

  @Show('', 'signed-in')
  async show(@Req() request: FastifyRequest, @Param('id') id: string): Promise<string> {
    return render(await this.openOwn(request, id), {});
  }

  @Take('', 'signed-in')
  async take(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PageAnswer> {
    const desk = await this.openOwn(request, id);
    const { page, proposal } = desk;
    const fields = formFieldsOf(request);
    return page.attempt(
      async () => {
        const act = { proposalId: proposal.id, person: page.person! };
        await this.appealRefusal.run(act, fields.text('remarks'));
        return page.goTo(`/my/proposals/${proposal.number}/appeal`);
      },
      async (faults) => render(await this.openOwn(request, id), { fields, faults }),
      ['remarks'],
    );
  }

  /** Another's proposal is not there on the pages of one's own. */
  private async openOwn(request: FastifyRequest, id: string): Promise<Desk> {
    const desk = await this.desks.read(request, id);
    if (desk.proposal.authorId === desk.page.person?.personId) return desk;
    throw new DomainError('not-found', 'proposal.not_found');
  }
}

function render({ page, proposal, card }: Desk, { fields, faults }: SentForm): string {
  const { say } = page;
  return page.render('review/author-remarks', {
    title: say.t('review.author.remarksTitle'),
    back: `/my/proposals/${card.number}`,
    proposal: { title: proposal.title, label: say.t('common.number', { number: card.number }) },
    evaluation: presentEvaluation(card, say),
    refusal: presentAuthorReview(card, page.frame.today, say).refusal,
    remarks: fields?.text('remarks') ?? '',
    faults,
  });
}
